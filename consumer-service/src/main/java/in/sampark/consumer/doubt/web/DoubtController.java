package in.sampark.consumer.doubt.web;

import in.sampark.consumer.contact.domain.Contact;
import in.sampark.consumer.contact.domain.Standing;
import in.sampark.consumer.doubt.DisownNumber;
import in.sampark.consumer.doubt.TakeReassigned;
import in.sampark.consumer.doubt.domain.Disowning;
import in.sampark.consumer.doubt.domain.ReassignedReport;
import in.sampark.platform.security.Caller;
import in.sampark.platform.web.Problem;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
class DoubtController {

    private final TakeReassigned takeReassigned;
    private final DisownNumber disownNumber;

    DoubtController(TakeReassigned takeReassigned, DisownNumber disownNumber) {
        this.takeReassigned = takeReassigned;
        this.disownNumber = disownNumber;
    }

    record Disowned(String connectionId, long version, Standing standing) {}

    /** Takes a list of reassigned numbers and answers what became of it. */
    @PostMapping(path = "/api/v1/reassigned-numbers", consumes = "text/csv")
    @PreAuthorize("hasRole('integration')")
    Mono<ReassignedReport> take(@RequestBody Flux<DataBuffer> list, @AuthenticationPrincipal Caller caller) {
        return takeReassigned.take(list, caller);
    }

    /** Takes note that whoever is told about the connection says it isn't theirs. */
    @PostMapping("/api/v1/connections/{connectionId}/contact/not-mine")
    @PreAuthorize("hasAnyRole('officer', 'supervisor', 'helpdesk')")
    Mono<Disowned> disown(@PathVariable String connectionId, @AuthenticationPrincipal Caller caller) {
        return disownNumber
                .disown(connectionId, caller)
                .map(disowning -> switch (disowning) {
                    case Disowning.Disowned(Contact contact) ->
                        new Disowned(connectionId, contact.version(), contact.standing());
                    case Disowning.NothingProven() ->
                        throw Problem.conflict("primary number of " + connectionId
                                + ": never proven, so nothing is told at it (expected: a number that was proven; one on file is taken"
                                + " away with DELETE)");
                })
                .switchIfEmpty(Mono.error(() -> Problem.notFound("connection " + connectionId)));
    }
}
