package in.sampark.consumer.importing.r2dbc;

import in.sampark.consumer.importing.domain.ImportJob;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Files that have become whole: each takes its place in the order in which that happened, unless its sender's last one said the same. */
final class WholeFiles {

    /** Two files of one sender become whole one after the other. */
    private static final String LOCK_SENDER = """
            select pg_advisory_xact_lock(hashtextextended('import ' || :sender || ' ' || :area, 0))::text
            """;

    private static final String LAST_IF_SAME = """
            select import_id from (
                   select import_id, content_hash, state from import_job
                    where requested_by = :sender and discom = :discom and area_path = :area and position is not null
                    order by position desc limit 1) as last
             where content_hash = :hash and state <> 'FAILED'
            """;

    private static final String WAIT = """
            update import_job set state = 'WAITING', content_hash = :hash, position = nextval('import_order')
             where import_id = :import and state = 'RECEIVING'
            """;
    private static final String RING = "select pg_notify('" + R2dbcImportJobs.CHANNEL + "', '')::text";

    private static final String DROP = "delete from import_job where import_id = :import";

    private final DatabaseClient database;

    WholeFiles(DatabaseClient database) {
        this.database = database;
    }

    /** Joins the caller's transaction; answers with this import or the sender's last, or empty when this one has ended meanwhile. */
    Mono<UUID> take(ImportJob job, String contentHash) {
        return lockSender(job)
                .then(Mono.defer(() -> lastIfSame(job, contentHash)))
                .flatMap(last -> drop(job.id()).thenReturn(last))
                .switchIfEmpty(Mono.defer(() -> await(job, contentHash)));
    }

    private Mono<Void> lockSender(ImportJob job) {
        return database.sql(LOCK_SENDER)
                .bind("sender", job.requestedBy())
                .bind("area", job.area().path())
                .then();
    }

    private Mono<UUID> lastIfSame(ImportJob job, String contentHash) {
        return database.sql(LAST_IF_SAME)
                .bind("sender", job.requestedBy())
                .bind("discom", job.discom())
                .bind("area", job.area().path())
                .bind("hash", contentHash)
                .mapValue(UUID.class)
                .one();
    }

    private Mono<Void> drop(UUID id) {
        return database.sql(DROP).bind("import", id).then();
    }

    private Mono<UUID> await(ImportJob job, String contentHash) {
        return database.sql(WAIT)
                .bind("import", job.id())
                .bind("hash", contentHash)
                .fetch()
                .rowsUpdated()
                .filter(waiting -> waiting == 1)
                .flatMap(waiting -> database.sql(RING).then().thenReturn(job.id()));
    }
}
