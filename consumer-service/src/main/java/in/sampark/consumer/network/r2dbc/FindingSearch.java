package in.sampark.consumer.network.r2dbc;

import in.sampark.consumer.network.Findings;
import in.sampark.consumer.network.domain.Finding;
import in.sampark.consumer.network.domain.NodeCode;
import in.sampark.consumer.network.domain.NodeKind;
import in.sampark.platform.database.Column;
import io.r2dbc.spi.Readable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/** Compares the connections of an area with the network. */
public class FindingSearch implements Findings {

    private static final String FINDINGS = """
            with placed as materialized (
              select discom, substation, feeder_code, dt_code, count(*) as connections from connection
               where area_path = $1 or area_path like $2
               group by discom, substation, feeder_code, dt_code),
            used as (
              select discom, 'SUBSTATION' as kind, substation as code, sum(connections) as connections from placed group by 1, 3
              union all select discom, 'FEEDER', feeder_code, sum(connections) from placed group by 1, 3
              union all select discom, 'DT', dt_code, sum(connections) from placed group by 1, 3)
            select used.kind, used.code, used.connections::bigint, n.active
              from used left join network_node n
                on n.discom = used.discom and n.kind = used.kind and n.code_key = upper(used.code)
             where n.code is null or not n.active
             order by used.kind, used.connections desc, used.code
            """;

    private final DatabaseClient database;

    public FindingSearch(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Finding> within(String areaPath) {
        return database.sql(FINDINGS)
                .bind("$1", areaPath)
                .bind("$2", areaPath.replaceAll("([\\\\%_])", "\\\\$1") + "/%")
                .map(FindingSearch::finding)
                .all();
    }

    private static Finding finding(Readable row) {
        String code = Column.of(row, "code", String.class);
        Boolean active = row.get("active", Boolean.class);
        Finding.Reason reason = NodeCode.isPlaceholder(code)
                ? Finding.Reason.NO_CODE
                : active == null ? Finding.Reason.UNKNOWN : Finding.Reason.INACTIVE;
        return new Finding(
                NodeKind.valueOf(Column.of(row, "kind", String.class)),
                code,
                reason,
                Column.of(row, "connections", Long.class));
    }
}
