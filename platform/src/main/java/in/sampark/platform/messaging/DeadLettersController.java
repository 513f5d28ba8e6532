package in.sampark.platform.messaging;

import in.sampark.platform.messaging.ReplayDeadLetters.Wanted;
import in.sampark.platform.security.Caller;
import in.sampark.platform.web.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The command that replays dead letters. */
@RestController
class DeadLettersController {

    private static final int MOST = 100_000;
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private final ReplayDeadLetters replayDeadLetters;

    DeadLettersController(ReplayDeadLetters replayDeadLetters) {
        this.replayDeadLetters = replayDeadLetters;
    }

    /**
     * Hands what this service set aside of a topic to its listeners again, once each, for who acts in all of a company, and of that company alone. What still cannot be handled stays aside; what is no
     * longer worth doing is not done. Nothing is written to any topic but what the listeners say.
     *
     * @param topic from which the records came, e.g. {@code utility.meter-readings.v1}
     * @param reason only those set aside for a reason that contains it
     * @param from only those set aside then or later
     * @param to only those set aside before
     * @param limit about how many, 1 to 100000
     * @param dryRun whether they are counted only
     */
    @PostMapping("/api/v1/dead-letters/{topic}/replay")
    @PreAuthorize("hasRole('ops')")
    Mono<ReplayReport> replay(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String topic,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam @Nullable Instant from,
            @RequestParam @Nullable Instant to,
            @RequestParam(defaultValue = "1000") int limit,
            @RequestParam(defaultValue = "false") boolean dryRun) {
        if (!caller.covers(caller.discom())) {
            throw Problem.forbidden("area: " + caller.areaPath() + " (expected: " + caller.discom() + ")");
        }
        if (limit < 1 || limit > MOST) {
            throw Problem.invalid("limit", limit, "1 to " + MOST);
        }
        if (!replayDeadLetters.knows(topic)) {
            throw Problem.notFound("topic " + topic);
        }
        Wanted wanted = new Wanted(
                caller.discom(), reason, from == null ? Instant.EPOCH : from, to == null ? LATEST : to, limit, dryRun);
        return replayDeadLetters.replay(topic, wanted, caller.subject());
    }
}
