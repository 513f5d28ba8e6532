package in.sampark.consumer.importing.r2dbc;

import static java.util.stream.Collectors.partitioningBy;

import in.sampark.consumer.importing.RowErrors;
import in.sampark.consumer.importing.StagedRows;
import in.sampark.consumer.importing.domain.Chunk;
import in.sampark.consumer.importing.domain.ChunkOutcome;
import in.sampark.consumer.importing.domain.ChunkReading;
import in.sampark.consumer.importing.domain.RowReading.Good;
import in.sampark.platform.crypto.FieldCipher;
import in.sampark.platform.database.Column;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Rows of a file as one row a chunk, encrypted as a whole: a million names and numbers of their own would cost more than taking them.
 */
public class R2dbcStagedRows implements StagedRows {

    /** Whoever ends the import waits for this to end first, so that nothing stays behind. */
    private static final String STAGE = """
            insert into import_chunk (import_id, chunk, staged, connection_ids, lines, rows_read, rejected, repaired)
            select import_id, :chunk, :staged, :ids, :lines, :read, :rejected, :repaired
              from import_job where import_id = :import and state = 'RECEIVING' for share
            """;

    /** The whole file at once, as a later row may name what the first one named. */
    private static final String REPORT_REPEATED = """
            with named as (
                   select connection_id, line
                     from import_chunk, unnest(connection_ids, lines) as row (connection_id, line)
                    where import_id = :import),
                 repeated as (
                   select connection_id, min(line) as line from named group by connection_id having count(*) > 1)
            insert into import_error (import_id, line, position, column_title, value, expected)
            select :import, named.line, 0, 'account_no', split_part(connection_id, ':', 2),
                   'once in a file; line ' || repeated.line || ' has it'
              from named join repeated using (connection_id)
             where named.line > repeated.line
                on conflict do nothing
            """;

    private static final String OPEN = """
            select chunk from import_chunk where import_id = :import and staged is not null order by chunk limit :most
            """;

    /** A staged row is a good one, so any error on its line says that it repeats another. */
    private static final String LOCK = """
            select staged,
                   array(select line from import_error
                          where import_id = chunk.import_id
                            and line between chunk.lines[1] and chunk.lines[cardinality(chunk.lines)]) as faulty,
                   array(select connection_id from person_erasure
                          where at > job.created_at and connection_id = any(chunk.connection_ids)) as erased
              from import_chunk as chunk join import_job as job using (import_id)
             where import_id = :import and chunk = :chunk and staged is not null
               for update of chunk skip locked
            """;

    /** The connections are locked by now: whoever was erased since the chunk was locked shows here, and is erased no more from here on. */
    private static final String TAKEN = """
            update import_chunk as chunk
               set staged = null, connection_ids = null, lines = null,
                   taken = :taken, unchanged = :unchanged, rejected = chunk.rejected + :rejected, warned = :warned
              from import_job as job
             where chunk.import_id = :import and chunk.chunk = :chunk and job.import_id = chunk.import_id
               and :erased = (
                   select count(*) from person_erasure
                    where at > job.created_at and connection_id = any(chunk.connection_ids))
            """;

    private final DatabaseClient database;
    private final FieldCipher cipher;
    private final RowErrors errors;

    public R2dbcStagedRows(DatabaseClient database, FieldCipher cipher, RowErrors errors) {
        this.database = database;
        this.cipher = cipher;
        this.errors = errors;
    }

    @Override
    public Mono<Void> stage(UUID importId, int chunk, ChunkReading rows) {
        List<Good> good = rows.good();
        return database.sql(STAGE)
                .bind("import", importId)
                .bind("chunk", chunk)
                .bind("staged", cipher.encrypt(RowCodec.write(good), context(importId, chunk)))
                .bind(
                        "ids",
                        good.stream().map(row -> row.declared().id().toString()).toArray(String[]::new))
                .bind("lines", good.stream().map(Good::line).toArray(Long[]::new))
                .bind("read", rows.rows())
                .bind("rejected", rows.bad().size())
                .bind("repaired", rows.repaired())
                .then()
                .then(errors.add(importId, rows.errors()));
    }

    @Override
    public Mono<Void> reportRepeated(UUID importId) {
        return database.sql(REPORT_REPEATED).bind("import", importId).then();
    }

    @Override
    public Flux<Integer> open(UUID importId, int atMost) {
        return database.sql(OPEN)
                .bind("import", importId)
                .bind("most", atMost)
                .mapValue(Integer.class)
                .all();
    }

    @Override
    public Mono<Chunk> lock(UUID importId, int chunk) {
        return database.sql(LOCK)
                .bind("import", importId)
                .bind("chunk", chunk)
                .map(row -> chunk(row, importId, chunk))
                .one();
    }

    @Override
    public Mono<Void> taken(Chunk chunk, ChunkOutcome outcome) {
        return database.sql(TAKEN)
                .bind("import", chunk.importId())
                .bind("chunk", chunk.number())
                .bind("taken", outcome.taken())
                .bind("unchanged", outcome.unchanged())
                .bind("rejected", outcome.repeated() + outcome.rejected().size())
                .bind("warned", outcome.warned())
                .bind("erased", chunk.erasures())
                .fetch()
                .rowsUpdated()
                .filter(taken -> taken == 1)
                .switchIfEmpty(Mono.error(
                        () -> new OptimisticLockingFailureException("a person was erased while their row was taken")))
                .then(errors.add(chunk.importId(), outcome.rejected()))
                .then(errors.add(chunk.importId(), outcome.warnings()));
    }

    private Chunk chunk(Readable row, UUID importId, int chunk) {
        Set<Long> faulty = Set.copyOf(List.of(Column.of(row, "faulty", Long[].class)));
        List<Good> staged =
                RowCodec.read(cipher.decryptBytes(Column.of(row, "staged", byte[].class), context(importId, chunk)));
        Set<String> erased = Set.of(Column.of(row, "erased", String[].class));
        Map<Boolean, List<Good>> rows = staged.stream()
                .filter(good -> !faulty.contains(good.line()))
                .collect(partitioningBy(
                        good -> erased.contains(good.declared().id().toString())));
        List<Good> wanted = rows.getOrDefault(false, List.of());
        List<Good> unwanted = rows.getOrDefault(true, List.of());
        int repeated = staged.size() - wanted.size() - unwanted.size();
        return new Chunk(importId, chunk, wanted, unwanted, erased.size(), repeated);
    }

    private static String context(UUID importId, int chunk) {
        return "import " + importId + " " + chunk;
    }
}
