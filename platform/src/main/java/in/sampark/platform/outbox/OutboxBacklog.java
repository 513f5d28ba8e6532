package in.sampark.platform.outbox;

import in.sampark.platform.database.Column;
import in.sampark.platform.settled.Unsettled;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Announcements not yet published. */
record OutboxBacklog(DatabaseClient database) implements Unsettled {

    @Override
    public String what() {
        return "announcements to publish";
    }

    @Override
    public Mono<Long> count() {
        return database.sql("select coalesce(sum(amount), 0)::bigint from outbox where parked_reason is null")
                .map(row -> Column.of(row, 0, Long.class))
                .one();
    }

    @Override
    public int getOrder() {
        return ANNOUNCEMENTS;
    }
}
