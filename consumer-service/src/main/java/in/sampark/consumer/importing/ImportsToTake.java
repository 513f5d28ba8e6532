package in.sampark.consumer.importing;

import in.sampark.platform.database.Column;
import in.sampark.platform.settled.Unsettled;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Files that are whole and not yet taken. */
record ImportsToTake(DatabaseClient database) implements Unsettled {

    @Override
    public String what() {
        return "imports to take";
    }

    @Override
    public Mono<Long> count() {
        return database.sql("select count(*) from import_job where state in ('WAITING', 'TAKING')")
                .map(row -> Column.of(row, 0, Long.class))
                .one();
    }
}
