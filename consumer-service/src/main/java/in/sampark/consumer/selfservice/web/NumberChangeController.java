package in.sampark.consumer.selfservice.web;

import in.sampark.consumer.selfservice.RefuseChange;
import in.sampark.consumer.selfservice.domain.NumberChange;
import in.sampark.platform.crypto.MaskedNumber;
import in.sampark.platform.security.Caller;
import in.sampark.platform.web.Problem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/connections/{connectionId}/number-changes")
@PreAuthorize("hasAnyRole('officer', 'supervisor', 'helpdesk')")
class NumberChangeController {

    private final RefuseChange refuseChange;

    NumberChangeController(RefuseChange refuseChange) {
        this.refuseChange = refuseChange;
    }

    record Change(
            String changeId,
            String maskedNumber,
            Instant provenAt,
            @Nullable Instant toldAt,
            Instant refuseBefore) {

        static Change of(NumberChange change) {
            return new Change(
                    change.id().toString(),
                    MaskedNumber.of(change.number().e164()),
                    change.provenAt(),
                    change.toldAt(),
                    change.dueAt());
        }
    }

    record Refused(long refused) {}

    /** The changes of a connection's number that its holder may still refuse. */
    @GetMapping
    Mono<List<Change>> refusable(@PathVariable String connectionId, @AuthenticationPrincipal Caller caller) {
        return refuseChange
                .refusable(connectionId, caller)
                .map(changes -> changes.stream().map(Change::of).toList())
                .switchIfEmpty(Mono.error(() -> Problem.notFound("connection " + connectionId)));
    }

    /** Refuses all of them, at the word of who holds the number on record. */
    @PostMapping("/refusal")
    Mono<Refused> refuse(@PathVariable String connectionId, @AuthenticationPrincipal Caller caller) {
        return refuseChange
                .refuse(connectionId, caller)
                .map(Refused::new)
                .switchIfEmpty(Mono.error(() -> Problem.notFound("connection " + connectionId)));
    }
}
