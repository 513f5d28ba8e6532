package in.sampark.meter.balance.web;

import in.sampark.meter.balance.BalanceSheets;
import in.sampark.meter.balance.LedgerPages;
import in.sampark.meter.balance.LedgerPages.Check;
import in.sampark.meter.balance.LedgerPages.Line;
import in.sampark.meter.balance.LedgerPages.Place;
import in.sampark.meter.balance.domain.LedgerEntry;
import in.sampark.meter.tariff.domain.Charge;
import in.sampark.platform.security.Caller;
import in.sampark.platform.time.Written;
import in.sampark.platform.web.Page;
import in.sampark.platform.web.PageCursor;
import in.sampark.platform.web.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The ledger for staff, and the proof that balances are its sums. */
@RestController
public class LedgerController {

    private static final int DIFFERENCES_SHOWN = 100;

    /**
     * A line of the ledger. Money in paise: what it adds to the balance is received, carried over and arrears less the components of the charge.
     *
     * @param reference the gateway's or the billing system's id, or the late reading's time; of a split the recharge, and what became known after it
     * @param reason in words, of what the billing system booked
     */
    record LineView(
            LocalDate day,
            LedgerEntry.Kind kind,
            String reference,
            @Nullable String reason,
            Instant at,
            long wh,
            Charge charge,
            long receivedPaise,
            long carriedPaise,
            long arrearsPaise,
            long amountPaise) {

        static LineView of(Line line) {
            LedgerEntry entry = line.entry();
            return new LineView(
                    entry.day(),
                    entry.kind(),
                    entry.cause(),
                    line.reason(),
                    entry.at(),
                    entry.wh(),
                    entry.charge(),
                    entry.receivedPaise(),
                    entry.carriedPaise(),
                    entry.arrearsPaise(),
                    entry.amountPaise());
        }
    }

    private final LedgerPages pages;
    private final BalanceSheets sheets;

    public LedgerController(LedgerPages pages, BalanceSheets sheets) {
        this.pages = pages;
        this.sheets = sheets;
    }

    /**
     * The ledger of a connection, the latest day first.
     *
     * @param cursor from the page before
     * @param limit lines of a page, 1 to 500
     */
    @GetMapping("/api/v1/connections/{connectionId}/ledger")
    @PreAuthorize("hasAnyRole('supervisor', 'helpdesk')")
    Mono<Page<LineView>> ledger(
            @PathVariable String connectionId,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit,
            @AuthenticationPrincipal Caller caller) {
        Place after = cursor == null ? Place.FIRST : PageCursor.place(cursor, 3, LedgerController::place);
        int atMost = Page.limit(limit);
        return sheets.of(connectionId)
                .filter(sheet -> caller.covers(sheet.areaPath()))
                .switchIfEmpty(Mono.error(() -> Problem.notFound("connection " + connectionId)))
                .flatMap(sheet -> pages.of(connectionId, after, atMost + 1))
                .map(found -> Page.of(found, atMost, LineView::of, LedgerController::cursor));
    }

    /** Compares every account of the caller's area with the sum of its ledger; reads all of it. */
    @GetMapping("/api/v1/ledger/check")
    @PreAuthorize("hasRole('ops')")
    Mono<Check> check(@AuthenticationPrincipal Caller caller) {
        return pages.check(caller.area(null), DIFFERENCES_SHOWN);
    }

    private static Place place(List<String> parts) {
        return new Place(Written.day(parts.get(0)), parts.get(1), parts.get(2));
    }

    private static String cursor(Line line) {
        LedgerEntry entry = line.entry();
        return PageCursor.of(entry.day().toString(), entry.kind().name(), entry.cause());
    }
}
