package in.sampark.consumer.erasure.web;

import in.sampark.consumer.contact.domain.Conditional;
import in.sampark.consumer.erasure.ErasePerson;
import in.sampark.consumer.erasure.Erasure;
import in.sampark.consumer.erasure.ErasureReason;
import in.sampark.consumer.erasure.Remains;
import in.sampark.platform.security.Caller;
import in.sampark.platform.web.Choice;
import in.sampark.platform.web.EntityTag;
import in.sampark.platform.web.Problem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class ErasureController {

    private static final List<String> ERASED = List.of(
            "name, numbers, language, wishes, one-time codes, changes of number under way, the hash of the last recharge's reference and the count of messages that failed, from the tables of consumer-service, at once",
            "the contact, from the topic consumer.contacts.v1 and from whoever copies it, by a tombstone; its older records leave the"
                    + " topic within two days");

    private final ErasePerson erasePerson;
    private final Remains remains;

    ErasureController(ErasePerson erasePerson, Remains remains) {
        this.erasePerson = erasePerson;
        this.remains = remains;
    }

    record Request(@Nullable String reason) {}

    /** @param erased what went, and from where @param remains what stays, and why */
    record Done(String connectionId, String reason, Instant erasedAt, List<String> erased, List<String> remains) {

        static Done of(Erasure erasure, Remains remains) {
            return new Done(
                    erasure.connectionId().toString(),
                    Choice.written(erasure.reason()),
                    erasure.at(),
                    ERASED,
                    remains.said());
        }
    }

    /** Erases what is known of the person behind a connection of the caller's area. {@code If-Match} is the contact's. */
    @PostMapping("/api/v1/connections/{connectionId}/erasure")
    @PreAuthorize("hasRole('supervisor')")
    Mono<Done> erase(
            @PathVariable String connectionId,
            @RequestBody Request body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal Caller caller) {
        return erasePerson
                .erase(
                        connectionId,
                        Choice.read("reason", body.reason(), ErasureReason.class),
                        EntityTag.seen(ifMatch),
                        caller)
                .map(outcome -> switch (outcome) {
                    case Conditional.Done<Erasure>(Erasure erasure) -> Done.of(erasure, remains);
                    case Conditional.Outdated<Erasure>(long version) ->
                        throw Problem.changedMeanwhile("contact of connection " + connectionId)
                                .with("version", version);
                })
                .switchIfEmpty(Mono.error(() -> Problem.notFound("connection " + connectionId)));
    }
}
