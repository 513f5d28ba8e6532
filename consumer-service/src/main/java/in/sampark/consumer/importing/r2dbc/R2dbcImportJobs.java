package in.sampark.consumer.importing.r2dbc;

import in.sampark.consumer.importing.ImportJobs;
import in.sampark.consumer.importing.domain.CoveredArea;
import in.sampark.consumer.importing.domain.ImportJob;
import in.sampark.consumer.importing.domain.ImportProgress;
import in.sampark.consumer.importing.domain.ImportState;
import in.sampark.platform.database.Column;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Imports as rows. While one runs, its figures are sums over its chunks, so that chunks taken at once do not wait for each other. */
public class R2dbcImportJobs implements ImportJobs {

    /** Rings when a file has become whole. */
    public static final String CHANNEL = "imports";

    private static final String BEGIN = """
            insert into import_job (import_id, requested_by, role, address, discom, area_path, state, created_at)
            values (:import, :sender, :role, :address, :discom, :area, 'RECEIVING', :at)
            """;

    private static final String SELECT = """
            select import_id, requested_by, role, address, discom, area_path, state, reason, created_at, ended_at,
                   job.rows_read + chunks.rows_read as rows_read, job.taken + chunks.taken as taken,
                   job.unchanged + chunks.unchanged as unchanged, job.rejected + chunks.rejected as rejected,
                   job.repaired + chunks.repaired as repaired,
                   job.warned + chunks.warned as warned
              from import_job as job
              cross join lateral (
                   select coalesce(sum(rows_read), 0)::bigint as rows_read, coalesce(sum(taken), 0)::bigint as taken,
                          coalesce(sum(unchanged), 0)::bigint as unchanged, coalesce(sum(rejected), 0)::bigint as rejected,
                          coalesce(sum(repaired), 0)::bigint as repaired, coalesce(sum(warned), 0)::bigint as warned
                     from import_chunk as chunk where chunk.import_id = job.import_id) as chunks
            """;
    private static final String FIND = SELECT + " where import_id = :import";
    private static final String NEXT = SELECT + " where state in ('WAITING', 'TAKING') order by position limit 1";

    private static final String TAKING = "update import_job set state = 'TAKING' where import_id = :import";

    /** A statement of its own: what is staged meanwhile is seen by the next one. */
    private static final String LOCK = "select import_id from import_job where import_id = :import for update";

    private static final String END = """
            with chunks as (
                   delete from import_chunk where import_id = :import returning rows_read, taken, unchanged, rejected, repaired, warned),
                 total as (
                   select coalesce(sum(rows_read), 0) as rows_read, coalesce(sum(taken), 0) as taken,
                          coalesce(sum(unchanged), 0) as unchanged, coalesce(sum(rejected), 0) as rejected,
                          coalesce(sum(repaired), 0) as repaired, coalesce(sum(warned), 0) as warned
                     from chunks)
            update import_job as job
               set state = :state, reason = :reason, ended_at = :at, rows_read = total.rows_read, taken = total.taken,
                   unchanged = total.unchanged, rejected = total.rejected, repaired = total.repaired, warned = total.warned
              from total
             where import_id = :import and state not in ('DONE', 'FAILED')
            """;

    private static final String ABANDONED = """
            select import_id from import_job as job
             where state = 'RECEIVING'
               and now() - :unheard::bigint * interval '1 second' > all (
                   select staged_at from import_chunk as chunk where chunk.import_id = job.import_id
                   union all select begun_at)
            """;

    private static final String FORGET = "delete from import_job where ended_at < :before";

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final WholeFiles wholeFiles;

    public R2dbcImportJobs(DatabaseClient database, TransactionalOperator transaction) {
        this.database = database;
        this.transaction = transaction;
        this.wholeFiles = new WholeFiles(database);
    }

    @Override
    public Mono<Void> begin(ImportJob job) {
        return database.sql(BEGIN)
                .bind("import", job.id())
                .bind("sender", job.requestedBy())
                .bind("role", job.role())
                .bind("address", Parameters.in(R2dbcType.VARCHAR, job.address()))
                .bind("discom", job.discom())
                .bind("area", job.area().path())
                .bind("at", job.createdAt().atOffset(ZoneOffset.UTC))
                .then();
    }

    @Override
    public Mono<ImportJob> whole(ImportJob job, String contentHash) {
        return wholeFiles.take(job, contentHash).flatMap(this::find).as(transaction::transactional);
    }

    @Override
    public Mono<Void> fail(UUID id, String reason, Instant at) {
        return end(id, ImportState.FAILED, database.sql(END).bind("reason", reason), at);
    }

    @Override
    public Mono<ImportJob> find(UUID id) {
        return database.sql(FIND).bind("import", id).map(R2dbcImportJobs::job).one();
    }

    @Override
    public Mono<ImportJob> next() {
        return database.sql(NEXT).map(R2dbcImportJobs::job).one();
    }

    @Override
    public Mono<Void> taking(UUID id) {
        return database.sql(TAKING).bind("import", id).then();
    }

    @Override
    public Mono<Void> end(UUID id, Instant at) {
        return end(id, ImportState.DONE, database.sql(END).bindNull("reason", String.class), at);
    }

    @Override
    public Mono<Void> failAbandoned(Duration unheard, String reason, Instant at) {
        return database.sql(ABANDONED)
                .bind("unheard", unheard.toSeconds())
                .mapValue(UUID.class)
                .all()
                .concatMap(id -> fail(id, reason, at))
                .then();
    }

    @Override
    public Mono<Void> forget(Instant endedBefore) {
        return database.sql(FORGET)
                .bind("before", endedBefore.atOffset(ZoneOffset.UTC))
                .then();
    }

    private Mono<Void> end(UUID id, ImportState state, DatabaseClient.GenericExecuteSpec end, Instant at) {
        return database.sql(LOCK)
                .bind("import", id)
                .then()
                .then(end.bind("import", id)
                        .bind("state", state.name())
                        .bind("at", at.atOffset(ZoneOffset.UTC))
                        .then())
                .as(transaction::transactional);
    }

    private static ImportJob job(Readable row) {
        return new ImportJob(
                Column.of(row, "import_id", UUID.class),
                Column.of(row, "requested_by", String.class),
                Column.of(row, "role", String.class),
                row.get("address", String.class),
                Column.of(row, "discom", String.class),
                new CoveredArea(Column.of(row, "area_path", String.class)),
                ImportState.valueOf(Column.of(row, "state", String.class)),
                new ImportProgress(
                        Column.of(row, "rows_read", Long.class),
                        Column.of(row, "taken", Long.class),
                        Column.of(row, "unchanged", Long.class),
                        Column.of(row, "rejected", Long.class),
                        Column.of(row, "repaired", Long.class),
                        Column.of(row, "warned", Long.class)),
                row.get("reason", String.class),
                Column.of(row, "created_at", Instant.class),
                row.get("ended_at", Instant.class));
    }
}
