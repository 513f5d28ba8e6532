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

    /** Has the company's part of the topic written anew from the tables, for who acts in all of the company. While that is being done, the same command changes nothing. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Republication> begin(@PathVariable String topic, @AuthenticationPrincipal Caller caller) {
        return announceAgain.knows(topic)
                ? republications.begin(part(topic, caller), caller.subject())
                : Mono.error(() -> Problem.notFound("topic " + topic));
    }

    /** How far the last command for the topic has come. */
    @GetMapping
    Mono<Republication> progress(@PathVariable String topic, @AuthenticationPrincipal Caller caller) {
        return republications
                .find(part(topic, caller))
                .switchIfEmpty(Mono.error(() -> Problem.notFound("command for topic " + topic)));
    }

    private static Part part(String topic, Caller caller) {
        if (!caller.covers(caller.discom())) {
            throw Problem.forbidden("area: " + caller.areaPath() + " (expected: " + caller.discom()
                    + ", for a topic is written anew for a company as a whole)");
        }
        return new Part(caller.discom(), topic);
    }
}
