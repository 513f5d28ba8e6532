package in.sampark.campaign.worklist.r2dbc;

import in.sampark.campaign.worklist.domain.Area;
import in.sampark.campaign.worklist.domain.Standing;
import in.sampark.campaign.worklist.domain.Summary;
import in.sampark.platform.database.Column;
import io.r2dbc.spi.Readable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Counts the worklist. */
public class WorklistSummary {

    private record Part(Standing standing, long consumers, long owedPaise) {}

    private final DatabaseClient database;

    public WorklistSummary(DatabaseClient database) {
        this.database = database;
    }

    /** The area in figures, all zero where nobody is to be visited. */
    public Mono<Summary> of(Area area) {
        return database.sql(byStanding(area))
                .bind("$1", area.path())
                .map(WorklistSummary::part)
                .all()
                .collectList()
                .map(parts -> summary(area, parts));
    }

    private static String byStanding(Area area) {
        return """
            select standing, count(*) as consumers, coalesce(-sum(available_paise) filter (where available_paise < 0), 0)::bigint as owed
            from consumers
            where listed and area_at(area_path, %d) = $1
            group by standing
            """.formatted(area.level());
    }

    private static Part part(Readable row) {
        return new Part(
                Standing.valueOf(Column.of(row, "standing", String.class)),
                Column.of(row, "consumers", Long.class),
                Column.of(row, "owed", Long.class));
    }

    private static Summary summary(Area area, List<Part> parts) {
        Map<Standing, Long> byStanding = new EnumMap<>(Standing.class);
        parts.forEach(part -> byStanding.put(part.standing(), part.consumers()));
        return new Summary(
                area.path(),
                parts.stream().mapToLong(Part::consumers).sum(),
                byStanding,
                parts.stream().mapToLong(Part::owedPaise).sum());
    }
}
