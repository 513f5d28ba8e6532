package in.sampark.meter.balance.web;

import in.sampark.meter.balance.BalanceSheets;
import in.sampark.meter.balance.domain.Bookkeeping;
import in.sampark.platform.security.Caller;
import in.sampark.platform.web.Page;
import in.sampark.platform.web.Problem;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Balances for staff. What lies outside the caller's area is not found, so that nobody can probe for it. */
@RestController
@RequestMapping("/api/v1")
@PreAuthorize("hasAnyRole('officer', 'supervisor', 'control-room', 'helpdesk', 'ops')")
public class BalanceController {

    /**
     * A page of balances.
     *
     * @param next to ask for the next page with, as {@code after}; absent when this is the last one
     */
    record BalancePage(List<BalanceView> balances, @Nullable String next) {}

    private final BalanceSheets sheets;
    private final Bookkeeping books;
    private final Clock clock;

    public BalanceController(BalanceSheets sheets, Bookkeeping books, Clock clock) {
        this.sheets = sheets;
        this.books = books;
        this.clock = clock;
    }

    /** The balance of a connection with the sums of its ledger. */
    @GetMapping("/connections/{connectionId}/balance")
    @PreAuthorize("hasAnyRole('officer', 'supervisor', 'control-room', 'helpdesk', 'ops', 'consumer')")
    Mono<BalanceView> balance(@PathVariable String connectionId, @AuthenticationPrincipal Caller caller) {
        return sheets.of(connectionId)
                .filter(sheet -> caller.sees(connectionId, sheet.areaPath()))
                .map(sheet -> BalanceView.of(sheet, books, clock.instant()))
                .switchIfEmpty(Mono.error(() -> Problem.notFound("connection " + connectionId)));
    }

    /**
     * The balances of an area, by connection id.
     *
     * @param area path of the area; the caller's own when absent
     * @param after connection id to go on after
     * @param limit connections of a page, 1 to 500
     */
    @GetMapping("/balances")
    Mono<BalancePage> balances(
            @RequestParam @Nullable String area,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") int limit,
            @AuthenticationPrincipal Caller caller) {
        return sheets.in(caller.area(area), after, Page.limit(limit))
                .map(page -> page.stream()
                        .map(sheet -> BalanceView.of(sheet, books, clock.instant()))
                        .toList())
                .map(page -> new BalancePage(
                        page, page.size() < limit ? null : page.getLast().connectionId()));
    }
}
