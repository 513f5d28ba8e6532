package in.sampark.meter.supply.r2dbc;

import in.sampark.meter.supply.SupplyPages;
import in.sampark.platform.database.Column;
import java.time.Instant;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Supply in PostgreSQL, found by where its connections are, in the order of an index of its own. */
public final class R2dbcSupplyPages implements SupplyPages {

    /** A range of the index; what sorts between an area and those below it without being one is left out. */
    private static final String PAGE = """
            select s.*
            from supply s join connection c using (connection_id)
            where %s and not c.removed
                and s.area_path collate "C" >= $1 and s.area_path collate "C" < $1 || '0'
                and (s.area_path = $1 or starts_with(s.area_path, $1 || '/'))
                and (s.area_path collate "C", s.connection_id) > ($3, $4)
            order by s.area_path collate "C", s.connection_id
            limit $5
            """;

    private final DatabaseClient database;

    public R2dbcSupplyPages(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<List<Place>> due(Due due, String areaPath, Instant now, After after, int atMost) {
        return database.sql(PAGE.formatted(condition(due)))
                .bind("$1", areaPath)
                .bind("$2", now)
                .bind("$3", after.areaPath())
                .bind("$4", after.connectionId())
                .bind("$5", atMost)
                .map(row -> new Place(Column.of(row, "area_path", String.class), SupplyRow.read(row)))
                .all()
                .collectList();
    }

    private static String condition(Due due) {
        return switch (due) {
            case CUT_DUE -> "s.cut_at <= $2 and s.cut_deadline > $2 and s.line <> 'CUT'";
            case RESTORE_DUE -> "s.restore_at <= $2";
            case RESTORE_OVERDUE -> "s.restore_at <= $2 and s.overdue";
        };
    }
}
