package in.sampark.meter.supply.r2dbc;

import in.sampark.meter.supply.SupplyPages;
import in.sampark.platform.database.Column;
import java.time.Instant;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Supply in PostgreSQL, found by where its connections are. */
public final class R2dbcSupplyPages implements SupplyPages {

    private static final String PAGE = """
            select c.area_path, s.*
            from supply s join connection c using (connection_id)
            where %s and (c.area_path = $1 or starts_with(c.area_path, $1 || '/')) and s.connection_id > $3
            order by s.connection_id
            limit $4
            """;

    private final DatabaseClient database;

    public R2dbcSupplyPages(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<List<Place>> due(Due due, String areaPath, Instant now, String after, int atMost) {
        return database.sql(PAGE.formatted(condition(due)))
                .bind("$1", areaPath)
                .bind("$2", now)
                .bind("$3", after)
                .bind("$4", atMost)
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
