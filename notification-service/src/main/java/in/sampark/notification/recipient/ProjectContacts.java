package in.sampark.notification.recipient;

import in.sampark.notification.recipient.domain.Contact;
import in.sampark.notification.recipient.domain.ContactState;
import in.sampark.notification.recipient.domain.Standing;
import in.sampark.notification.recipient.r2dbc.ContactProjection;
import in.sampark.platform.messaging.Projected;
import java.util.List;
import reactor.core.publisher.Mono;

/** Keeps this service's projection as their topic says, and tells of those that can be reached now. */
public class ProjectContacts {

    private final ContactProjection projection;
    private final ProvenContacts proven;

    ProjectContacts(ContactProjection projection, ProvenContacts proven) {
        this.projection = projection;
        this.proven = proven;
    }

    /** Takes note of what is news; joins the caller's transaction. */
    public Mono<Void> project(List<Projected<ContactState>> inOrder) {
        return projection.take(Projected.lastOfEach(inOrder)).flatMap(changed -> {
            List<Contact> reachable = changed.stream()
                    .filter(contact -> contact.standing() == Standing.VERIFIED)
                    .toList();
            return reachable.isEmpty() ? Mono.empty() : proven.proven(reachable);
        });
    }
}
