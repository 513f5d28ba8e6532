package in.sampark.notification.message.web;

import in.sampark.notification.message.r2dbc.EventOutcomes;
import in.sampark.notification.message.r2dbc.EventOutcomes.Outcomes;
import in.sampark.platform.security.Caller;
import in.sampark.platform.web.Problem;
import java.time.Clock;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What became of all that was planned about an event. */
@RestController
public class EventOutcomesController {

    /** @param kinds of what was told, each with its counts */
    record Told(String eventId, List<Outcomes> kinds) {}

    private final EventOutcomes outcomes;
    private final Clock clock;

    public EventOutcomesController(EventOutcomes outcomes, Clock clock) {
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /**
     * Of each kind of message about the event: how many were planned, how many came to which final state, and how many are still open. Who cares for a part of the
     * company sees the messages about connections in it once they are claimed.
     *
     * @param eventId of the event, as its topic carries it
     */
    @GetMapping("/api/v1/messages/outcomes")
    @PreAuthorize("hasAnyRole('helpdesk', 'ops', 'supervisor', 'control-room')")
    Mono<Told> of(@AuthenticationPrincipal Caller caller, @RequestParam String eventId) {
        if (eventId.isBlank()) {
            throw Problem.invalid("eventId", eventId, "an event's id");
        }
        return outcomes.of(eventId, caller, clock.instant()).collectList().map(kinds -> new Told(eventId, kinds));
    }
}
