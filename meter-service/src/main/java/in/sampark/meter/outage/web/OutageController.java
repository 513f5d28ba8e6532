package in.sampark.meter.outage.web;

import in.sampark.meter.json.JsonFields;
import in.sampark.meter.outage.CurrentOutages;
import in.sampark.meter.outage.TellOutages;
import in.sampark.meter.outage.domain.Draft;
import in.sampark.meter.outage.domain.Stage;
import in.sampark.meter.outage.domain.Telling;
import in.sampark.platform.security.Caller;
import in.sampark.platform.web.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Outages for the control room. What is said is answered with 202 once the broker has it, and shows as soon as it has come through the topic. An
 * outage that cuts off nothing in the caller's area is not found.
 */
@RestController
@RequestMapping("/api/v1/outages")
@PreAuthorize("hasRole('control-room')")
class OutageController {

    private static final int PAGE_AT_MOST = 500;
    private static final String EXPECTED_BODY = "a JSON object";

    /** What is on the topic now. */
    record Accepted(String outageId, long revision, Stage stage) {

        static Accepted of(Telling.Told told) {
            return new Accepted(told.outageId(), told.revision(), told.stage());
        }
    }

    /** @param next to ask for the next page with, as {@code after}; absent when this is the last one */
    record Page(List<OutageView> outages, @Nullable String next) {}

    private final TellOutages tellOutages;
    private final CurrentOutages outages;
    private final Clock clock;

    OutageController(TellOutages tellOutages, CurrentOutages outages, Clock clock) {
        this.tellOutages = tellOutages;
        this.outages = outages;
        this.clock = clock;
    }

    /**
     * Announces an outage: scheduled when it lies ahead, else started. One without an id gets one; when the broker does not answer, the problem
     * names it, so that the outage can be announced again without becoming two.
     */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Accepted> announce(@RequestBody Mono<JsonNode> body, @AuthenticationPrincipal Caller caller) {
        return JsonFields.tree(body, EXPECTED_BODY)
                .map(tree -> OutageBodies.draft(tree, caller.discom()))
                .flatMap(draft -> announce(draft, caller));
    }

    /** Revises, starts, restores or cancels an outage; {@code revision} is the one that was seen, and 409 the answer when it is not the last. */
    @PostMapping("/{outageId}/revisions")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Accepted> revise(
            @PathVariable String outageId, @RequestBody Mono<JsonNode> body, @AuthenticationPrincipal Caller caller) {
        return JsonFields.tree(body, EXPECTED_BODY)
                .map(OutageBodies::amendment)
                .flatMap(amendment -> tellOutages.revise(outageId, amendment, caller))
                .map(telling -> answer(telling, outageId, caller));
    }

    /** An outage, over or not. */
    @GetMapping("/{outageId}")
    Mono<OutageView> outage(@PathVariable String outageId, @AuthenticationPrincipal Caller caller) {
        return outages.of(outageId, caller.discom(), caller.areaPath())
                .map(outage -> OutageView.of(outage, clock.instant()))
                .switchIfEmpty(Mono.error(() -> Problem.notFound("outage " + outageId)));
    }

    /**
     * What is scheduled or without supply now, by outage id.
     *
     * @param lapsed instead what was scheduled, and whose time has passed without a word of it
     * @param after outage id to go on after
     * @param limit outages of a page, 1 to 500
     */
    @GetMapping
    Mono<Page> current(
            @RequestParam(defaultValue = "false") boolean lapsed,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") int limit,
            @AuthenticationPrincipal Caller caller) {
        if (limit < 1 || limit > PAGE_AT_MOST) throw Problem.invalid("limit", limit, "1 to " + PAGE_AT_MOST);
        if (after.chars().anyMatch(Character::isISOControl)) throw Problem.invalid("after", "***", "an outage id");
        Instant now = clock.instant();
        return outages.in(caller.discom(), caller.areaPath(), lapsed, now, after, limit)
                .map(page -> new Page(
                        page.stream().map(outage -> OutageView.of(outage, now)).toList(),
                        page.size() < limit ? null : page.getLast().id()));
    }

    private Mono<Accepted> announce(Draft draft, Caller caller) {
        String outageId = caller.discom() + ":" + draft.number();
        return tellOutages
                .announce(draft, caller)
                .onErrorMap(Problem.class, problem -> problem.with("outageId", outageId))
                .map(telling -> answer(telling, outageId, caller));
    }

    private static Accepted answer(Telling telling, String outageId, Caller caller) {
        return switch (telling) {
            case Telling.Told told -> Accepted.of(told);
            case Telling.AllTold several -> throw new IllegalStateException(several + " (expected: one outage)");
            case Telling.Untold why -> throw Untelling.problem(why, "outage " + outageId, caller);
        };
    }
}
