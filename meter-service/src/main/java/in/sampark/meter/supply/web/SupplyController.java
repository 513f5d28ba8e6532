package in.sampark.meter.supply.web;

import in.sampark.meter.supply.ShowSupply;
import in.sampark.meter.supply.SupplyPages.After;
import in.sampark.meter.supply.SupplyPages.Due;
import in.sampark.platform.security.Caller;
import in.sampark.platform.web.Choice;
import in.sampark.platform.web.Page;
import in.sampark.platform.web.PageCursor;
import in.sampark.platform.web.Problem;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Supply for staff. What lies outside the caller's area is not found, so that nobody can probe for it. */
@RestController
@RequestMapping("/api/v1")
public class SupplyController {

    private final ShowSupply showSupply;
    private final Clock clock;

    public SupplyController(ShowSupply showSupply, Clock clock) {
        this.showSupply = showSupply;
        this.clock = clock;
    }

    /** A connection's supply: how it is, what is due and why, and what its consumer may pay. */
    @GetMapping("/connections/{connectionId}/supply")
    @PreAuthorize("hasAnyRole('officer', 'supervisor', 'control-room', 'helpdesk', 'ops')")
    Mono<SupplyView> supply(@PathVariable String connectionId, @AuthenticationPrincipal Caller caller) {
        return showSupply
                .of(connectionId)
                .filter(shown -> caller.covers(shown.areaPath()))
                .map(shown -> SupplyView.of(shown, clock.instant()))
                .switchIfEmpty(Mono.error(() -> Problem.notFound("connection " + connectionId)));
    }

    /**
     * Connections of an area at which something is due and not done, by area and connection id.
     *
     * @param due cut-due, restore-due or restore-overdue
     * @param area path of the area; the caller's own when absent
     * @param cursor of the page before; absent for the first
     * @param limit connections of a page, 1 to 500
     */
    @GetMapping("/supply/due")
    @PreAuthorize("hasAnyRole('supervisor', 'control-room', 'helpdesk', 'ops')")
    Mono<Page<DueView>> due(
            @RequestParam String due,
            @RequestParam @Nullable String area,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit,
            @AuthenticationPrincipal Caller caller) {
        int atMost = Page.limit(limit);
        After after = cursor == null
                ? After.NOTHING
                : PageCursor.place(cursor, 2, parts -> new After(parts.getFirst(), parts.getLast()));
        return showSupply
                .due(Choice.read("due", due, Due.class), caller.area(area), after, atMost + 1)
                .map(found -> Page.of(
                        found,
                        atMost,
                        DueView::of,
                        last -> PageCursor.of(
                                last.areaPath(), last.watched().supply().connectionId())));
    }
}
