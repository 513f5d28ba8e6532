package in.sampark.platform.settled;

import java.util.List;
import java.util.Map;
import org.springframework.core.OrderComparator;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells those who drive the story clock whether the service has caught up with it. */
@RestController
class SettledController {

    /** @param unsettled what is still to be done, with how many of it; empty when settled */
    record Settled(boolean settled, Map<String, Long> unsettled) {}

    private final List<Unsettled> checks;

    SettledController(List<Unsettled> checks) {
        this.checks = checks.stream().sorted(OrderComparator.INSTANCE).toList();
    }

    @GetMapping("/internal/settled")
    @PreAuthorize("hasRole('ops')")
    Mono<Settled> settled() {
        return Flux.fromIterable(checks)
                .concatMap(check -> check.count().map(count -> Map.entry(check.what(), count)))
                .filter(entry -> entry.getValue() > 0)
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(unsettled -> new Settled(unsettled.isEmpty(), unsettled));
    }
}
