package in.sampark.consumer.network.r2dbc;

import in.sampark.consumer.network.Nodes;
import in.sampark.consumer.network.domain.Network;
import in.sampark.consumer.network.domain.Node;
import in.sampark.consumer.network.domain.NodeCode;
import in.sampark.consumer.network.domain.NodeId;
import in.sampark.consumer.network.domain.NodeKind;
import in.sampark.platform.database.Column;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Nodes as rows. */
public class NodeTable implements Nodes {

    private static final String COLUMNS = "discom, kind, code, parent, name, active, former_parents";

    private static final String LOCK = "select pg_advisory_xact_lock%s(hashtextextended('network', 0))::text";
    private static final String KEEP = LOCK.formatted("_shared");
    private static final String TAKE = LOCK.formatted("");

    /** Nodes hang on nodes of another kind, so the way up has an end. */
    private static final String KNOWN = """
            with recursive upwards as (
              select n.* from network_node n
              join unnest($1::text[], $2::text[], $3::text[]) as named (discom, kind, code_key)
                using (discom, kind, code_key)
              union
              select above.* from network_node above
              join upwards below on above.discom = below.discom
               and above.kind = below.parent_kind and above.code_key = below.parent_key)
            select\s""" + COLUMNS + " from upwards";

    /** Codes have no slash, so one text takes several of them. */
    private static final String SAVE = """
            insert into network_node as held (
                   discom, kind, code_key, code, parent_kind, parent_key, parent, name, active, former_parents, recorded_at)
            select discom, kind, code_key, code, parent_kind, parent_key, parent, name, active, string_to_array(former, '/'), $1
              from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::boolean[],
                   $11::text[])
                as said (discom, kind, code_key, code, parent_kind, parent_key, parent, name, active, former)
             order by discom, kind, code_key
                on conflict (discom, kind, code_key) do update set
                   code = excluded.code, parent_key = excluded.parent_key, parent = excluded.parent, name = excluded.name,
                   active = excluded.active, recorded_at = excluded.recorded_at,
                   former_parents = array(
                       select distinct former from unnest(held.former_parents || held.parent_key || excluded.former_parents) as former
                        where former <> excluded.parent_key)
             where (held.code, held.parent, held.name, held.active)
                   is distinct from (excluded.code, excluded.parent, excluded.name, excluded.active)
            returning discom, kind, code_key
            """;

    private final DatabaseClient database;

    public NodeTable(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> keep() {
        return database.sql(KEEP).then();
    }

    @Override
    public Mono<Void> take() {
        return database.sql(TAKE).then();
    }

    @Override
    public Mono<Network> knownOf(Collection<NodeId> ids) {
        return database.sql(KNOWN)
                .bind("$1", texts(ids, NodeId::discom))
                .bind("$2", texts(ids, id -> id.kind().name()))
                .bind("$3", texts(ids, NodeId::key))
                .map(NodeTable::node)
                .all()
                .collectMap(Node::id)
                .map(Network::new);
    }

    @Override
    public Mono<Set<NodeId>> save(List<Node> nodes, Instant at) {
        return database.sql(SAVE)
                .bind("$1", at.atOffset(ZoneOffset.UTC))
                .bind("$2", texts(nodes, Node::discom))
                .bind("$3", texts(nodes, node -> node.kind().name()))
                .bind("$4", texts(nodes, node -> node.code().key()))
                .bind("$5", texts(nodes, node -> node.code().text()))
                .bind(
                        "$6",
                        texts(
                                nodes,
                                node -> node.parentId()
                                        .map(above -> above.kind().name())
                                        .orElse(null)))
                .bind(
                        "$7",
                        texts(nodes, node -> node.parentId().map(NodeId::key).orElse(null)))
                .bind(
                        "$8",
                        texts(
                                nodes,
                                node -> node.parent() == null
                                        ? null
                                        : node.parent().text()))
                .bind("$9", texts(nodes, Node::name))
                .bind("$10", nodes.stream().map(Node::active).toArray(Boolean[]::new))
                .bind("$11", texts(nodes, node -> String.join("/", node.formerParents())))
                .map(row -> new NodeId(text(row, "discom"), NodeKind.valueOf(text(row, "kind")), text(row, "code_key")))
                .all()
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Flux<Node> list(String areaPath, NodeKind kind, @Nullable String parent, String after, int limit) {
        return NodePages.statement(database, COLUMNS, areaPath, kind, parent)
                .bind("after", after)
                .bind("limit", limit)
                .map(NodeTable::node)
                .all();
    }

    private static Node node(Readable row) {
        String parent = row.get("parent", String.class);
        return new Node(
                text(row, "discom"),
                NodeKind.valueOf(text(row, "kind")),
                new NodeCode(text(row, "code")),
                parent == null ? null : new NodeCode(parent),
                row.get("name", String.class),
                Column.of(row, "active", Boolean.class),
                Set.of(Column.of(row, "former_parents", String[].class)));
    }

    private static <T> @Nullable String[] texts(Collection<T> rows, Function<T, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private static String text(Readable row, String column) {
        return Column.of(row, column, String.class);
    }
}
