package in.sampark.platform.time;

import in.sampark.platform.web.Problem;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Sets this instance's story clock. */
@RestController
class StoryClockController {

    record Time(Instant now) {}

    private final StoryClock clock;
    private final ApplicationEventPublisher events;

    StoryClockController(StoryClock clock, ApplicationEventPublisher events) {
        this.clock = clock;
        this.events = events;
    }

    @PutMapping("/internal/clock")
    @PreAuthorize("hasRole('ops')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> jump(@RequestBody Time time) {
        return Mono.fromRunnable(() -> {
            try {
                clock.jumpTo(time.now());
            } catch (IllegalArgumentException e) {
                throw Problem.conflict(e.getMessage());
            }
            events.publishEvent(new ClockJumped(time.now()));
        });
    }
}
