package in.sampark.campaign.worklist.r2dbc;

import in.sampark.campaign.worklist.domain.MissedNotice;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Notices that nobody could be told. */
public class MissedNotices {

    private static final String ADD = """
            insert into missed_notices (connection_id, kind, reason, due_at)
            select * from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[])
            """;

    private final DatabaseClient database;

    public MissedNotices(DatabaseClient database) {
        this.database = database;
    }

    /** Takes note of notices that are not on record yet; joins the caller's transaction. */
    public Mono<Void> add(List<MissedNotice> notices) {
        return database.sql(ADD)
                .bind("$1", texts(notices, MissedNotice::connectionId))
                .bind("$2", texts(notices, MissedNotice::kind))
                .bind("$3", texts(notices, MissedNotice::reason))
                .bind(
                        "$4",
                        notices.stream()
                                .map(notice -> notice.dueAt().atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new))
                .then();
    }

    private static String[] texts(List<MissedNotice> notices, Function<MissedNotice, String> column) {
        return notices.stream().map(column).toArray(String[]::new);
    }
}
