package in.sampark.consumer.contact.web;

import in.sampark.consumer.contact.ArrangeNumbers;
import in.sampark.consumer.contact.ArrangeNumbers.Order;
import in.sampark.consumer.contact.domain.Arrangement;
import in.sampark.consumer.contact.domain.Contact;
import in.sampark.platform.security.Caller;
import in.sampark.platform.web.EntityTag;
import in.sampark.platform.web.Problem;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Which of a contact's numbers is told, each by its id in the contact. */
@RestController
class ArrangementController {

    private final ArrangeNumbers arrangeNumbers;
    private final ContactViews views;

    ArrangementController(ArrangeNumbers arrangeNumbers, ContactViews views) {
        this.arrangeNumbers = arrangeNumbers;
        this.views = views;
    }

    /** Makes a proven number the one that is told. {@code If-Match} is the contact's. */
    @PutMapping("/api/v1/connections/{connectionId}/contact/numbers/{numberId}/primary")
    @PreAuthorize("hasAnyRole('officer', 'helpdesk')")
    Mono<ResponseEntity<ContactView>> prefer(
            @PathVariable String connectionId,
            @PathVariable String numberId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal Caller caller) {
        return arranged(arrangeNumbers::prefer, new Order(connectionId, numberId, EntityTag.seen(ifMatch), caller));
    }

    /** Takes a number away. {@code If-Match} is the contact's. */
    @DeleteMapping("/api/v1/connections/{connectionId}/contact/numbers/{numberId}")
    @PreAuthorize("hasAnyRole('officer', 'helpdesk')")
    Mono<ResponseEntity<ContactView>> remove(
            @PathVariable String connectionId,
            @PathVariable String numberId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal Caller caller) {
        return arranged(arrangeNumbers::remove, new Order(connectionId, numberId, EntityTag.seen(ifMatch), caller));
    }

    private Mono<ResponseEntity<ContactView>> arranged(Function<Order, Mono<Arrangement>> arrange, Order order) {
        String connection = "connection " + order.connectionId();
        return arrange.apply(order)
                .switchIfEmpty(Mono.error(() -> Problem.notFound(connection)))
                .<ContactView>flatMap(arrangement -> switch (arrangement) {
                    case Arrangement.Arranged(Contact contact) -> views.of(contact);
                    case Arrangement.NotHeld() -> Mono.error(Problem.notFound("number of " + connection));
                    case Arrangement.NotProven() ->
                        Mono.error(Problem.conflict("number: not proven (expected: one its holder confirmed)"));
                    case Arrangement.StillPrimary() ->
                        Mono.error(Problem.conflict("number: primary (expected: another made primary first)"));
                    case Arrangement.Outdated(long version) ->
                        Mono.error(Problem.changedMeanwhile("contact of " + connection)
                                .with("version", version));
                })
                .map(view ->
                        ResponseEntity.ok().eTag(EntityTag.of(view.version())).body(view));
    }
}
