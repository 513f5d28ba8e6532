package in.sampark.consumer.network.web;

import in.sampark.consumer.network.Findings;
import in.sampark.consumer.network.ImportNodes;
import in.sampark.consumer.network.Nodes;
import in.sampark.consumer.network.domain.Finding;
import in.sampark.consumer.network.domain.Node;
import in.sampark.consumer.network.domain.NodeCode;
import in.sampark.consumer.network.domain.NodeKind;
import in.sampark.consumer.network.domain.NodesReport;
import in.sampark.platform.security.Caller;
import in.sampark.platform.web.Page;
import in.sampark.platform.web.PageCursor;
import in.sampark.platform.web.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The areas and the network that concern the caller. */
@RestController
@RequestMapping("/api/v1/network")
class NetworkController {

    /** @param cursor what to ask for as {@code after}; absent on the last page */
    record NodePage(List<NodeView> nodes, @Nullable String cursor) {}

    private final Nodes nodes;
    private final Findings findings;
    private final ImportNodes importNodes;

    NetworkController(Nodes nodes, Findings findings, ImportNodes importNodes) {
        this.nodes = nodes;
        this.findings = findings;
        this.importNodes = importNodes;
    }

    /** Takes a list of nodes and answers what became of its lines. */
    @PostMapping(path = "/nodes", consumes = "text/csv")
    @PreAuthorize("hasRole('integration')")
    Mono<NodesReport> take(@RequestBody Flux<DataBuffer> file, @AuthenticationPrincipal Caller caller) {
        return importNodes.take(file, caller);
    }

    /**
     * Nodes of a kind, by their codes: areas above, at and below the caller's, or what feeds its connections.
     *
     * @param kind zone, circle, division, sub_division, substation, feeder or dt
     * @param parent code of what they hang on; all of the kind when absent
     * @param after the code after which to go on
     * @param limit most nodes of a page, 1 to 500
     */
    @GetMapping("/nodes")
    @PreAuthorize("hasAnyRole('officer', 'supervisor', 'control-room', 'helpdesk', 'ops', 'integration')")
    Mono<NodePage> nodes(
            @AuthenticationPrincipal Caller caller,
            @RequestParam String kind,
            @RequestParam @Nullable String parent,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") int limit) {
        String above = parent == null ? null : key("parent", parent);
        String last = after.isEmpty() ? "" : key("after", after);
        return nodes.list(caller.areaPath(), kind(kind), above, last, Page.limit(limit) + 1)
                .collectList()
                .map(found -> page(found, limit));
    }

    /**
     * What the connections of the caller's area name that the network master does not have there, or has no longer in use, and what others name
     * that is in the caller's area by the network master; by kind, what concerns most connections first.
     *
     * @param limit most findings of a page, 1 to 500
     */
    @GetMapping("/findings")
    @PreAuthorize("hasAnyRole('supervisor', 'ops', 'integration')")
    Mono<Page<FindingView>> findings(
            @AuthenticationPrincipal Caller caller,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        int most = Page.limit(limit);
        return findings.within(caller.discom(), caller.areaPath(), place(cursor), most + 1)
                .collectList()
                .map(found -> Page.of(found, most, FindingView::of, NetworkController::cursor));
    }

    private static String cursor(Finding last) {
        Findings.Place place = Findings.Place.of(last);
        return PageCursor.of(place.kind(), Long.toString(place.connections()), place.code(), place.under());
    }

    private static Findings.Place place(@Nullable String cursor) {
        return cursor == null
                ? Findings.Place.START
                : PageCursor.place(
                        cursor,
                        4,
                        parts -> new Findings.Place(
                                parts.get(0), Long.parseLong(parts.get(1)), parts.get(2), parts.get(3)));
    }

    private static NodePage page(List<Node> found, int limit) {
        List<Node> shown = found.size() > limit ? found.subList(0, limit) : found;
        return new NodePage(
                shown.stream().map(NodeView::of).toList(),
                found.size() > limit ? shown.getLast().code().text() : null);
    }

    private static NodeKind kind(String title) {
        return NodeKind.titled(title)
                .orElseThrow(() -> Problem.invalid(
                        "kind",
                        title,
                        "one of "
                                + Arrays.stream(NodeKind.values())
                                        .map(NodeKind::title)
                                        .collect(Collectors.joining(", "))));
    }

    private static String key(String field, String code) {
        return NodeCode.parse(code).map(NodeCode::key).orElseThrow(() -> Problem.invalid(field, code, "a node's code"));
    }
}
