package in.sampark.consumer.connection.r2dbc;

import in.sampark.consumer.connection.ConnectionsWanted;
import in.sampark.consumer.connection.Place;
import in.sampark.consumer.connection.domain.ConnectionId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Mono;

/** The statement that finds a page of connections, made of what is known of them. */
final class ConnectionSearch {

    /**
     * A plan that suits any name suits none: a name half the consumers have is found by walking the area, a rare one by its words. So
     * PostgreSQL must not keep one plan for all, within the transaction.
     */
    private static final String PLAN_FOR_THE_VALUES = "select set_config('plan_cache_mode', 'force_custom_plan', true)";

    /** An area with all below it is one range of the index. */
    private static final String WITHIN = """
             where (area_path || '/') collate "C" >= :area and (area_path || '/') collate "C" < :areaEnd
               and ((area_path || '/') collate "C", connection_id collate "C") > (:afterArea, :afterId)
            """;

    private static final String IN_ORDER =
            " order by (area_path || '/') collate \"C\", connection_id collate \"C\" limit :limit";

    /** So few are found by the words of the name, and then put in order, faster than by walking their area in its order. */
    private static final int RARE = 2000;

    private static final String BY_WORDS = "select set_config('enable_seqscan', 'off', true)";

    /**
     * Looks by the words whether the name is rare, and chooses the way of the search by it. Left to itself the planner takes a word that is not
     * among the most frequent for one that one in two hundred has, and walks through a million connections for a name that nobody has.
     */
    private static final String CHOOSE_THE_WAY = """
            select set_config('enable_indexscan', case when count(*) < %1$d then 'off' else 'on' end, true),
                   set_config('enable_seqscan', 'on', true)
              from (select from connection where true %2$s limit %1$d) as those_of_the_name
            """;

    private final NameIndex names;

    ConnectionSearch(NameIndex names) {
        this.names = names;
    }

    /** Has the transaction search in the way that suits what is wanted. */
    Mono<Void> prepare(DatabaseClient database, ConnectionsWanted wanted) {
        Mono<Void> planned = database.sql(PLAN_FOR_THE_VALUES).then();
        return wanted.name().isEmpty() || wanted.among().isPresent()
                ? planned
                : planned.then(database.sql(BY_WORDS).then()).then(Mono.defer(() -> chooseTheWay(database, wanted)));
    }

    private Mono<Void> chooseTheWay(DatabaseClient database, ConnectionsWanted wanted) {
        Map<String, Object> bound = new LinkedHashMap<>();
        String sql = CHOOSE_THE_WAY.formatted(RARE, named(wanted, bound));
        return database.sql(sql).bindValues(bound).then();
    }

    GenericExecuteSpec statement(
            DatabaseClient database, String select, ConnectionsWanted wanted, Place after, int limit) {
        Map<String, Object> bound = new LinkedHashMap<>();
        AreaRange area = AreaRange.of(wanted.area());
        bound.put("area", area.from());
        bound.put("areaEnd", area.below());
        bound.put("afterArea", after.area());
        bound.put("afterId", after.connectionId());
        bound.put("limit", limit);
        String sql = select + WITHIN + among(wanted, bound) + named(wanted, bound) + IN_ORDER;
        return database.sql(sql).bindValues(bound);
    }

    private static String among(ConnectionsWanted wanted, Map<String, Object> bound) {
        return wanted.among()
                .map(ids -> {
                    bound.put("ids", ids.stream().map(ConnectionId::toString).toArray(String[]::new));
                    return " and connection_id = any(:ids)";
                })
                .orElse("");
    }

    private String named(ConnectionsWanted wanted, Map<String, Object> bound) {
        return wanted.name()
                .map(words -> {
                    List<Long[]> hashes = names.sought(words);
                    IntStream.range(0, hashes.size()).forEach(key -> bound.put("words" + key, hashes.get(key)));
                    return IntStream.range(0, hashes.size())
                            .mapToObj(key -> "name_words @> :words" + key)
                            .collect(Collectors.joining(" or ", " and (", ")"));
                })
                .orElse("");
    }
}
