package in.sampark.consumer.contact.web;

import in.sampark.consumer.contact.FindContact;
import in.sampark.platform.security.Caller;
import in.sampark.platform.web.EntityTag;
import in.sampark.platform.web.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class ContactController {

    private final FindContact findContact;
    private final ContactViews views;

    ContactController(FindContact findContact, ContactViews views) {
        this.findContact = findContact;
        this.views = views;
    }

    /** The contact of a connection of the caller's area; 404 for any other, whether it exists or not. */
    @GetMapping("/api/v1/connections/{connectionId}/contact")
    @PreAuthorize("hasAnyRole('officer', 'supervisor', 'control-room', 'helpdesk', 'ops')")
    Mono<ResponseEntity<ContactView>> contact(
            @PathVariable String connectionId, @AuthenticationPrincipal Caller caller) {
        return findContact
                .within(connectionId, caller)
                .flatMap(views::of)
                .map(view ->
                        ResponseEntity.ok().eTag(EntityTag.of(view.version())).body(view))
                .switchIfEmpty(Mono.error(() -> Problem.notFound("connection " + connectionId)));
    }
}
