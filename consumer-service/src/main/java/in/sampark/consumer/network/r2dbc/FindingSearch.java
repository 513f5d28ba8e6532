package in.sampark.consumer.network.r2dbc;

import in.sampark.consumer.network.Findings;
import in.sampark.consumer.network.domain.Finding;
import in.sampark.consumer.network.domain.NodeCode;
import in.sampark.consumer.network.domain.NodeKind;
import in.sampark.platform.database.Column;
import io.r2dbc.spi.Readable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/** Compares the connections of an area with the network, and those of other areas with what of the network is in it. */
public class FindingSearch implements Findings {

    /** What of an area is named by its connections; an area with all below it is one range of the index. */
    private static final String OWN = """
            own as materialized (
              select area_path, substation, feeder_code, dt_code, count(*) as connections from connection
               where (area_path || '/') collate "C" >= :area and (area_path || '/') collate "C" < :areaEnd
               group by area_path, substation, feeder_code, dt_code),
            own_named as (
              select 'SUBSTATION' as kind, substation as code, null as under, connections from own
              union all select 'FEEDER', feeder_code, substation, connections from own
              union all select 'DT', dt_code, feeder_code, connections from own
              union all select 'SUB_DIVISION', split_part(area_path, '/', 5), split_part(area_path, '/', 4), connections from own
              union all select 'DIVISION', split_part(area_path, '/', 4), split_part(area_path, '/', 3), connections from own
              union all select 'CIRCLE', split_part(area_path, '/', 3), split_part(area_path, '/', 2), connections from own)
            """;

    /** The company's areas, one step of the index each: connections are not read, but for those that are counted in the end. */
    private static final String OTHERS = """
            areas (place) as (
              (select (area_path || '/') collate "C" as place from connection
                where (area_path || '/') collate "C" >= :company order by place limit 1)
              union all
              select (select (area_path || '/') collate "C" as next from connection
                       where (area_path || '/') collate "C" > areas.place order by next limit 1)
                from areas where areas.place < :companyEnd),
            others as (
              select place, string_to_array(place, '/') as codes from areas
               where place < :companyEnd and not (place >= :area and place < :areaEnd)),
            others_named as (
              select place, 'SUB_DIVISION' as kind, codes[5] as code, codes[4] as under from others
              union all select place, 'DIVISION', codes[4], codes[3] from others
              union all select place, 'CIRCLE', codes[3], codes[2] from others)
            """;

    /** Where the network has the areas it knows. */
    private static final String TREE = """
            circle as (
              select code_key, code, parent_key, parent, discom || '/' || parent || '/' || code as path
                from network_node where discom = :discom and kind = 'CIRCLE'),
            division as (
              select n.code_key, n.code, n.parent_key, n.parent, above.path || '/' || n.code as path
                from network_node n join circle above on above.code_key = n.parent_key
               where n.discom = :discom and n.kind = 'DIVISION'),
            sub_division as (
              select n.code_key, n.code, n.parent_key, n.parent, above.path || '/' || n.code as path
                from network_node n join division above on above.code_key = n.parent_key
               where n.discom = :discom and n.kind = 'SUB_DIVISION'),
            tree as (
              select 'CIRCLE' as kind, * from circle
              union all select 'DIVISION', * from division
              union all select 'SUB_DIVISION', * from sub_division)
            """;

    private static final String FINDINGS = "with recursive " + String.join(", ", OWN, OTHERS, TREE) + """
            , finding as (
              select used.kind, used.code, case when n.active is null then 'UNKNOWN' else 'INACTIVE' end as reason,
                     sum(connections)::bigint as connections, '' as under, null as known
                from own_named used
                left join network_node n on n.discom = :discom and n.kind = used.kind and n.code_key = upper(used.code)
               where used.kind in ('SUBSTATION', 'FEEDER', 'DT') and n.active is not true
               group by used.kind, used.code, n.active
              union all
              select used.kind, used.code, 'ELSEWHERE', sum(connections)::bigint, used.under, n.parent
                from own_named used
                join network_node n on n.discom = :discom and n.kind = used.kind and n.code_key = upper(used.code)
               where n.parent_key <> upper(used.under)
               group by used.kind, used.code, used.under, n.parent
              union all
              select used.kind, n.code, 'ELSEWHERE', count(*), used.under, n.parent
                from others_named used
                join tree n on n.kind = used.kind and n.code_key = upper(used.code)
                join connection c on (c.area_path || '/') collate "C" = used.place
               where n.parent_key <> upper(used.under) and starts_with(upper(n.path || '/'), upper(:area))
               group by used.kind, n.code, used.under, n.parent)
            select kind, code, reason, connections, nullif(under, '') as under, known from finding
             where (kind, -connections, code, under) > (:afterKind, :afterConnections, :afterCode, :afterUnder)
             order by kind, -connections, code, under limit :limit
            """;

    private final DatabaseClient database;

    public FindingSearch(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Finding> within(String discom, String areaPath, Place after, int limit) {
        return database.sql(FINDINGS)
                .bind("discom", discom)
                .bind("company", discom + "/")
                .bind("companyEnd", discom + "0")
                .bind("area", areaPath + "/")
                .bind("areaEnd", areaPath + "0")
                .bind("afterKind", after.kind())
                .bind("afterConnections", -after.connections())
                .bind("afterCode", after.code())
                .bind("afterUnder", after.under())
                .bind("limit", limit)
                .map(FindingSearch::finding)
                .all();
    }

    private static Finding finding(Readable row) {
        String code = Column.of(row, "code", String.class);
        return new Finding(
                NodeKind.valueOf(Column.of(row, "kind", String.class)),
                code,
                NodeCode.isPlaceholder(code)
                        ? Finding.Reason.NO_CODE
                        : Finding.Reason.valueOf(Column.of(row, "reason", String.class)),
                Column.of(row, "connections", Long.class),
                row.get("under", String.class),
                row.get("known", String.class));
    }
}
