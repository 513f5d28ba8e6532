package in.sampark.consumer.network.r2dbc;

import in.sampark.consumer.network.domain.NodeKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** The statement that finds a page of an area's nodes: of the area tree what is above, at and below it, of the supply network what feeds it. */
final class NodePages {

    private static final List<NodeKind> LEVELS =
            List.of(NodeKind.ZONE, NodeKind.CIRCLE, NodeKind.DIVISION, NodeKind.SUB_DIVISION);

    private static final String LIST = """
            with recursive own (kind, code_key, is_last) as (
              select kind, code_key, number = cardinality(:codes::text[])
                from unnest(:kinds::text[], :codes::text[]) with ordinality as level (kind, code_key, number)
              union
              select n.kind, n.code_key, true from network_node n
                join own on own.is_last and n.discom = :discom and n.parent_kind = own.kind and n.parent_key = own.code_key),
            feeding as (
              select distinct upper(case :kind when 'SUBSTATION' then substation when 'FEEDER' then feeder_code else dt_code end) as code_key
                from connection
               where :kind in ('SUBSTATION', 'FEEDER', 'DT') and not :company
                 and (area_path || '/') collate "C" >= :area and (area_path || '/') collate "C" < :areaEnd)
            select %s from network_node n
             where n.discom = :discom and n.kind = :kind and n.code_key > :after
               and (:parent::text is null or n.parent_key = :parent)
               and (:company
                    or n.code_key in (select code_key from own where own.kind = :kind)
                    or n.code_key in (select code_key from feeding))
             order by n.code_key limit :limit
            """;

    private NodePages() {}

    static GenericExecuteSpec statement(
            DatabaseClient database, String columns, String areaPath, NodeKind kind, @Nullable String parent) {
        String[] codes = areaPath.toUpperCase(Locale.ROOT).split("/", -1);
        String[] below = Arrays.copyOfRange(codes, 1, codes.length);
        GenericExecuteSpec statement = database.sql(LIST.formatted(columns))
                .bind("discom", areaPath.split("/", -1)[0])
                .bind("company", below.length == 0)
                .bind("codes", below)
                .bind(
                        "kinds",
                        LEVELS.stream().limit(below.length).map(NodeKind::name).toArray(String[]::new))
                .bind("area", areaPath + "/")
                .bind("areaEnd", areaPath + "0")
                .bind("kind", kind.name());
        return parent == null ? statement.bindNull("parent", String.class) : statement.bind("parent", parent);
    }
}
