package in.sampark.campaign.worklist.r2dbc;

import in.sampark.campaign.worklist.domain.Entry;
import in.sampark.campaign.worklist.domain.Entry.Unreached;
import in.sampark.campaign.worklist.domain.Place;
import in.sampark.campaign.worklist.domain.Standing;
import in.sampark.campaign.worklist.domain.Wanted;
import in.sampark.platform.database.Column;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Flux;

/** Reads the worklist in the order of its priority. */
public class WorklistSearch {

    private static final String OF_SUBSTATION = " and substation = :substation";
    private static final String OF_FEEDER = " and feeder_code = :feeder";

    private final DatabaseClient database;

    public WorklistSearch(DatabaseClient database) {
        this.database = database;
    }

    /** The entries behind a place, those who owe most first. */
    public Flux<Entry> page(Wanted wanted, Place behind, int limit) {
        GenericExecuteSpec page = database.sql(sql(wanted))
                .bind("area", wanted.area().path())
                .bind("priority", behind.priority())
                .bind("connectionId", behind.connectionId())
                .bind("limit", limit);
        if (wanted.substation() != null) {
            page = page.bind("substation", wanted.substation());
        }
        if (wanted.feeder() != null) {
            page = page.bind("feeder", wanted.feeder());
        }
        return page.map(WorklistSearch::entry).all();
    }

    /** The level of the area is part of the statement, for each level has an index of its own. */
    static String sql(Wanted wanted) {
        String only = (wanted.substation() == null ? "" : OF_SUBSTATION) + (wanted.feeder() == null ? "" : OF_FEEDER);
        return """
            select c.*, coalesce(c.contact_at, c.recorded_at) as since, m.*
            from (
              select * from consumers
              where listed and area_at(area_path, %d) = :area%s
                and (priority, connection_id) > (:priority, :connectionId)
              order by priority, connection_id
              limit :limit
            ) c
            cross join lateral (
              select count(*) as missed, coalesce(array_agg(distinct n.kind), '{}') as kinds, max(n.due_at) as last_at,
                     (array_agg(n.reason order by n.due_at desc, n.reason))[1] as last_reason
              from missed_notices n
              where n.connection_id = c.connection_id and n.due_at > coalesce(c.verified_at, '-infinity')
            ) m
            order by c.priority, c.connection_id
            """.formatted(wanted.area().level(), only);
    }

    private static Entry entry(Readable row) {
        return new Entry(
                Column.of(row, "connection_id", String.class),
                Column.of(row, "account_no", String.class),
                Column.of(row, "area_path", String.class),
                Column.of(row, "substation", String.class),
                Column.of(row, "feeder_code", String.class),
                Column.of(row, "dt_code", String.class),
                row.get("supply_to", LocalDate.class),
                Standing.valueOf(Column.of(row, "standing", String.class)),
                row.get("doubt_reason", String.class),
                row.get("available_paise", Long.class),
                unreached(row),
                Column.of(row, "since", Instant.class));
    }

    private static Unreached unreached(Readable row) {
        return new Unreached(
                Column.of(row, "missed", Long.class),
                List.of(Column.of(row, "kinds", String[].class)),
                row.get("last_at", Instant.class),
                row.get("last_reason", String.class));
    }
}
