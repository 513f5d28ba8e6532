package in.sampark.meter.usage.web;

import in.sampark.meter.balance.domain.Midnight;
import in.sampark.meter.usage.Usages;
import in.sampark.meter.usage.domain.MonthSoFar;
import in.sampark.platform.security.Caller;
import in.sampark.platform.web.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * A connection's use, recharges and outages, for its consumer and for staff of its area. For everybody else it is not found. Energy is in watt-hours and
 * money in paise, as everywhere; days are local (Asia/Kolkata).
 */
@RestController
@RequestMapping("/api/v1/connections/{connectionId}")
@PreAuthorize("hasAnyRole('officer', 'supervisor', 'helpdesk', 'consumer')")
public class UsageController {

    private static final int DAYS_AT_MOST = 100;
    private static final int RECEIPT_DAYS_AT_MOST = 366;
    private static final int OUTAGES_AT_MOST = 100;
    private static final Duration RECENT = Duration.ofDays(30);

    /**
     * @param from first local day asked for
     * @param to last local day asked for
     * @param days those of them that are posted, in order
     */
    record Days(String connectionId, LocalDate from, LocalDate to, List<DayView> days) {}

    /** @param recharges the latest first; below zero what was taken back */
    record Receipts(String connectionId, LocalDate from, LocalDate to, List<Usages.Receipt> recharges) {}

    /** @param outages the latest first */
    record Outages(String connectionId, List<Usages.Outage> outages) {}

    private final Usages usages;
    private final Clock clock;

    public UsageController(Usages usages, Clock clock) {
        this.usages = usages;
        this.clock = clock;
    }

    /**
     * What each day used and cost, by component, as far as days are posted.
     *
     * @param from first local day; thirty days through {@code to} when absent
     * @param to last local day, at most 100 days from the first; today when absent
     */
    @GetMapping("/usage/days")
    Mono<Days> days(
            @PathVariable String connectionId,
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate to,
            @AuthenticationPrincipal Caller caller) {
        DayRange range = DayRange.of(from, to, today(), DAYS_AT_MOST);
        return seen(
                connectionId,
                caller,
                () -> usages.days(connectionId, range.from(), range.to())
                        .map(days -> new Days(
                                connectionId,
                                range.from(),
                                range.to(),
                                days.stream().map(DayView::of).toList())));
    }

    /** This month so far, as many days of the last one, and the whole of that, as far as days are posted. */
    @GetMapping("/usage/month")
    Mono<MonthSoFar> month(@PathVariable String connectionId, @AuthenticationPrincipal Caller caller) {
        LocalDate today = today();
        return seen(
                connectionId,
                caller,
                () -> usages.days(connectionId, MonthSoFar.firstDay(today), today)
                        .map(days -> MonthSoFar.on(today, days)));
    }

    /**
     * Money received for the connection, and what was taken back.
     *
     * @param from first local day; thirty days through {@code to} when absent
     * @param to last local day, at most 366 days from the first; today when absent
     */
    @GetMapping("/recharges")
    Mono<Receipts> recharges(
            @PathVariable String connectionId,
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate to,
            @AuthenticationPrincipal Caller caller) {
        DayRange range = DayRange.of(from, to, today(), RECEIPT_DAYS_AT_MOST);
        return seen(
                connectionId,
                caller,
                () -> usages.receipts(connectionId, range.from(), range.to())
                        .map(receipts -> new Receipts(connectionId, range.from(), range.to(), receipts)));
    }

    /** Outages of what feeds the connection that are scheduled, under way, or began, ended or were to end within the last thirty days; at most a hundred. */
    @GetMapping("/outages")
    Mono<Outages> outages(@PathVariable String connectionId, @AuthenticationPrincipal Caller caller) {
        Instant now = clock.instant();
        return seen(
                connectionId,
                caller,
                () -> usages.outages(connectionId, now.minus(RECENT), now, OUTAGES_AT_MOST)
                        .map(outages -> new Outages(connectionId, outages)));
    }

    private <T> Mono<T> seen(String connectionId, Caller caller, Supplier<Mono<T>> shown) {
        return usages.areaOf(connectionId)
                .filter(area -> caller.sees(connectionId, area))
                .switchIfEmpty(Mono.error(() -> Problem.notFound("connection " + connectionId)))
                .flatMap(area -> shown.get());
    }

    private LocalDate today() {
        return Midnight.dayOf(clock.instant());
    }
}
