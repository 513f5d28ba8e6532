package in.sampark.consumer.importing.r2dbc;

import in.sampark.consumer.importing.RowErrors;
import in.sampark.consumer.importing.domain.RowError;
import in.sampark.platform.database.Column;
import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reports as rows, read page by page: whoever reads slowly holds no connection. */
public class R2dbcRowErrors implements RowErrors {

    private static final int PAGE = 1000;

    private static final String ADD = """
            insert into import_error (import_id, line, position, column_title, value, expected, warning)
            select :import, line, position, title, value, expected, warning
              from unnest(:lines::bigint[], :positions::integer[], :titles::text[], :values::text[], :expected::text[],
                   :warnings::boolean[])
                as error (line, position, title, value, expected, warning)
            """;

    private static final String READ = """
            select line, position, column_title, value, expected, warning
              from import_error
             where import_id = :import and (line, position) > (:line, :position)
             order by line, position
             limit :page
            """;

    private final DatabaseClient database;

    public R2dbcRowErrors(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> add(UUID importId, List<RowError> errors) {
        if (errors.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(ADD)
                .bind("import", importId)
                .bind("lines", errors.stream().map(RowError::line).toArray(Long[]::new))
                .bind("positions", positions(errors))
                .bind("titles", errors.stream().map(RowError::column).toArray(String[]::new))
                .bind("values", errors.stream().map(RowError::value).toArray(String[]::new))
                .bind("expected", errors.stream().map(RowError::expected).toArray(String[]::new))
                .bind("warnings", errors.stream().map(RowError::warning).toArray(Boolean[]::new))
                .then();
    }

    @Override
    public Flux<RowError> all(UUID importId) {
        return page(importId, new Placed(0, 0, new RowError(0, "", "", "")))
                .expand(page -> page.size() < PAGE ? Mono.empty() : page(importId, page.getLast()))
                .concatMapIterable(page -> page)
                .map(Placed::error);
    }

    private Mono<List<Placed>> page(UUID importId, Placed after) {
        return database.sql(READ)
                .bind("import", importId)
                .bind("line", after.line())
                .bind("position", after.position())
                .bind("page", PAGE)
                .map(R2dbcRowErrors::placed)
                .all()
                .collectList();
    }

    private static Placed placed(Readable row) {
        long line = Column.of(row, "line", Long.class);
        return new Placed(
                line,
                Column.of(row, "position", Integer.class),
                new RowError(
                        line,
                        Column.of(row, "column_title", String.class),
                        Column.of(row, "value", String.class),
                        Column.of(row, "expected", String.class),
                        Column.of(row, "warning", Boolean.class)));
    }

    /** Counts the errors of each line from 0. */
    private static Integer[] positions(List<RowError> errors) {
        List<Integer> positions = new ArrayList<>(errors.size());
        for (int i = 0; i < errors.size(); i++) {
            boolean sameLine =
                    i > 0 && errors.get(i - 1).line() == errors.get(i).line();
            positions.add(sameLine ? positions.get(i - 1) + 1 : 0);
        }
        return positions.toArray(Integer[]::new);
    }

    /** An error with its place in the report. */
    private record Placed(long line, int position, RowError error) {}
}
