package in.sampark.notification.message.web;

import in.sampark.notification.message.r2dbc.MessageTotals;
import in.sampark.notification.message.r2dbc.MessageTotals.Apart;
import in.sampark.notification.message.r2dbc.MessageTotals.Asked;
import in.sampark.notification.message.r2dbc.MessageTotals.Total;
import in.sampark.platform.security.Caller;
import in.sampark.platform.time.India;
import in.sampark.platform.web.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How many were told, in figures. */
@RestController
public class MessageTotalsController {

    /** What is told apart. */
    public enum By {
        HOUR,
        KIND,
        AREA
    }

    private static final Duration MOST = Duration.ofHours(25);

    /** @param from and to as they were counted: whole hours of India */
    record Totals(Instant from, Instant to, List<Total> totals) {}

    private final MessageTotals totals;

    public MessageTotalsController(MessageTotals totals) {
        this.totals = totals;
    }

    /**
     * How many messages are in which state, of what happened in a time of at most 25 hours. A company as a whole also sees how many were planned in all, unless areas are told
     * apart: what is not claimed yet belongs to no area.
     *
     * @param from and {@code to}: what they tell happened in these hours
     * @param area path of an area; the caller's own when absent
     * @param by what is told apart: HOUR, KIND, AREA
     */
    @GetMapping("/api/v1/messages/totals")
    @PreAuthorize("hasAnyRole('helpdesk', 'ops', 'supervisor', 'control-room')")
    Mono<Totals> of(
            @AuthenticationPrincipal Caller caller,
            @RequestParam Instant from,
            @RequestParam Instant to,
            @RequestParam @Nullable String area,
            @RequestParam @Nullable String kind,
            @RequestParam(defaultValue = "KIND") Set<By> by) {
        Instant begin = India.hour(from);
        Instant end = India.hour(to).equals(to) ? to : India.hour(to).plus(1, ChronoUnit.HOURS);
        if (!begin.isBefore(end) || Duration.between(begin, end).compareTo(MOST) > 0) {
            throw Problem.invalid("to", to, "after from, and at most " + MOST.toHours() + " hours later");
        }
        Apart apart = new Apart(by.contains(By.HOUR), by.contains(By.KIND), by.contains(By.AREA));
        return totals.of(new Asked(begin, end, caller.area(area), kind, apart), caller)
                .collectList()
                .map(found -> new Totals(begin, end, found));
    }
}
