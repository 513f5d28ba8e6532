package in.sampark.notification.later.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import in.sampark.notification.later.r2dbc.LaterTable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Tells those who drive the story clock where it must stop. */
@RestController
public class LaterController {

    /** @param nextDue null when nothing is due later */
    @JsonInclude
    record Next(@Nullable Instant nextDue) {}

    private final LaterTable later;

    public LaterController(LaterTable later) {
        this.later = later;
    }

    @GetMapping("/internal/later")
    @PreAuthorize("hasRole('ops')")
    Mono<Next> next() {
        return later.nextDue().map(Next::new).defaultIfEmpty(new Next(null));
    }
}
