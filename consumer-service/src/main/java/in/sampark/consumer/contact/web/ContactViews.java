package in.sampark.consumer.contact.web;

import in.sampark.consumer.contact.FindSharedNumbers;
import in.sampark.consumer.contact.NumberIds;
import in.sampark.consumer.contact.domain.Contact;
import in.sampark.consumer.contact.domain.ContactNumber;
import in.sampark.consumer.contact.web.ContactView.NumberView;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Shows contacts, with what else is to be known of their numbers. */
@Component
class ContactViews {

    private final FindSharedNumbers sharedNumbers;
    private final NumberIds numberIds;

    ContactViews(FindSharedNumbers sharedNumbers, NumberIds numberIds) {
        this.sharedNumbers = sharedNumbers;
        this.numberIds = numberIds;
    }

    Mono<ContactView> of(Contact contact) {
        return sharedNumbers
                .shares(contact)
                .map(shares -> ContactView.of(
                        contact,
                        contact.numbers().stream()
                                .map(held -> view(contact, held, shares.getOrDefault(held.number(), 0L)))
                                .toList()));
    }

    private NumberView view(Contact contact, ContactNumber held, long connections) {
        return NumberView.of(
                held,
                numberIds.of(contact.connectionId(), held.number()),
                connections,
                sharedNumbers.unusual(connections));
    }
}
