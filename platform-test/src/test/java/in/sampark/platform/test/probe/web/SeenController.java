package in.sampark.platform.test.probe.web;

import in.sampark.platform.security.Caller;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
public class SeenController {

    public record Seen(String caller, List<String> connections) {}

    private final List<String> seen;

    public SeenController(List<String> seen) {
        this.seen = seen;
    }

    @GetMapping("/seen")
    @PreAuthorize("hasRole('helpdesk')")
    Mono<Seen> seen(@AuthenticationPrincipal Caller caller) {
        return Mono.fromSupplier(() -> new Seen(caller.subject(), List.copyOf(seen)));
    }
}
