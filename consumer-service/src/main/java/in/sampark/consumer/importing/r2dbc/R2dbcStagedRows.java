package in.sampark.consumer.importing.r2dbc;

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
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Rows of a file as one row a chunk, encrypted as a whole: a million names and numbers of their own would cost more than taking them.
 */
public class R2dbcStagedRows implements StagedRows {

    /** Whoever ends the import waits for this to end first, so that nothing stays behind. */
    private static final String STAGE = """
            insert into import_chunk (import_id, chunk, staged, connection_ids, lines, rows_read, rejected)
            select import_id, :chunk, :staged, :ids, :lines, :read, :rejected
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
                            and line between chunk.lines[1] and chunk.lines[cardinality(chunk.lines)]) as faulty
              from import_chunk as chunk
             where import_id = :import and chunk = :chunk and staged is not null
               for update skip locked
            """;

    private static final String TAKEN = """
            update import_chunk
               set staged = null, connection_ids = null, lines = null,
                   taken = :taken, unchanged = :unchanged, rejected = rejected + :rejected
             where import_id = :import and chunk = :chunk
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
                .then()
                .then(errors.add(chunk.importId(), outcome.rejected()));
    }

    private Chunk chunk(Readable row, UUID importId, int chunk) {
        Set<Long> faulty = Set.copyOf(List.of(Column.of(row, "faulty", Long[].class)));
        List<Good> staged =
                RowCodec.read(cipher.decryptBytes(Column.of(row, "staged", byte[].class), context(importId, chunk)));
        List<Good> rows =
                staged.stream().filter(good -> !faulty.contains(good.line())).toList();
        return new Chunk(importId, chunk, rows, staged.size() - rows.size());
    }

    private static String context(UUID importId, int chunk) {
        return "import " + importId + " " + chunk;
    }
}
