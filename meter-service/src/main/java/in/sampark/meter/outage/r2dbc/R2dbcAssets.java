package in.sampark.meter.outage.r2dbc;

import in.sampark.meter.outage.Assets;
import in.sampark.meter.outage.domain.Extent;
import in.sampark.meter.outage.domain.Level;
import in.sampark.platform.database.Column;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Assets by the connections that name them. An area needs no look at its connections to tell where it lies. */
public final class R2dbcAssets implements Assets {

    private static final String FIRST = """
            select a.asset from unnest($1::text[]) with ordinality as a(asset, position)
            where %s
            order by a.position
            limit 1
            """;

    private static final String NOT_OF_AREA = "not " + Area.holds("$3", "a.asset")
            + " or not exists (select from connection c where not c.removed and c.discom = $2 and "
            + Area.holdsConnection("a.asset") + ")";

    private static final String NOT_FED_IN_AREA =
            """
            not exists (select from connection c
                        where not c.removed and c.discom = $2 and c.%%1$s = a.asset and %s)
            or $3 <> $2 and exists (select from connection c
                        where not c.removed and c.discom = $2 and c.%%1$s = a.asset and not %s)
            """.formatted(Area.holdsConnection("$3"), Area.holds("$3", "c.area_path"));

    private final DatabaseClient database;

    public R2dbcAssets(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<String> firstNotOf(String discom, String areaPath, Extent extent) {
        return database.sql(FIRST.formatted(notOf(extent.level())))
                .bind("$1", extent.assets().toArray(String[]::new))
                .bind("$2", discom)
                .bind("$3", areaPath)
                .map(row -> Column.of(row, 0, String.class))
                .one();
    }

    private static String notOf(Level level) {
        return switch (level) {
            case AREA -> NOT_OF_AREA;
            case SUBSTATION -> NOT_FED_IN_AREA.formatted("substation");
            case FEEDER -> NOT_FED_IN_AREA.formatted("feeder_code");
            case DT -> NOT_FED_IN_AREA.formatted("dt_code");
            case TRANSMISSION_LINE, UNKNOWN ->
                throw new IllegalArgumentException("level: " + level + " (expected: one that consumers hang on)");
        };
    }
}
