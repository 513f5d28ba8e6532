package in.sampark.platform.republish;

import in.sampark.platform.security.Caller;
import in.sampark.platform.web.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The command that writes a topic anew, and how far it has come. */
@RestController
@RequestMapping("/api/v1/topics/{topic}/republish")
@PreAuthorize("hasRole('ops')")
class RepublishController {

    private final Republications republications;
    private final AnnounceAgain announceAgain;

    RepublishController(Republications republications, AnnounceAgain announceAgain) {
        this.republications = republications;
        this.announceAgain = announceAgain;
    }

    /** Has the topic written anew from the tables. While that is being done, the same command changes nothing. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Republication> begin(@PathVariable String topic, @AuthenticationPrincipal Caller caller) {
        return announceAgain.knows(topic)
                ? republications.begin(topic, caller.subject())
                : Mono.error(() -> Problem.notFound("topic " + topic));
    }

    /** How far the last command for the topic has come. */
    @GetMapping
    Mono<Republication> progress(@PathVariable String topic) {
        return republications
                .find(topic)
                .switchIfEmpty(Mono.error(() -> Problem.notFound("command for topic " + topic)));
    }
}
