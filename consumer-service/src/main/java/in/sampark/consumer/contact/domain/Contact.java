package in.sampark.consumer.contact.domain;

import in.sampark.consumer.connection.domain.ConnectionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whom to tell about a connection. As soon as there is a number, exactly one is primary, and a proven primary gives way
 * to another proven number only.
 *
 * @param version 0 before it is first recorded, one more with every recorded change
 * @param numbers primary first
 */
public record Contact(ConnectionId connectionId, long version, Language language, List<ContactNumber> numbers) {

    public Contact {
        numbers = List.copyOf(numbers);
        long primaries = numbers.stream().filter(ContactNumber::primary).count();
        if (primaries != Math.min(1, numbers.size())) {
            throw new IllegalArgumentException(
                    "primary numbers: " + primaries + " of " + numbers.size() + " (expected: exactly one of any)");
        }
    }

    /** A contact nothing is known of yet but the language. */
    public static Contact unknown(ConnectionId connectionId, Language language) {
        return new Contact(connectionId, 0, language, List.of());
    }

    /** The number that is told. */
    public Optional<ContactNumber> primary() {
        return numbers.stream().filter(ContactNumber::primary).findAny();
    }

    /** How far the primary number can be trusted. */
    public Standing standing() {
        return primary().map(ContactNumber::standing).orElse(Standing.NONE);
    }

    /** When the primary number was last proven, if it was. */
    public Optional<Instant> provenAt() {
        return primary().flatMap(number -> Optional.ofNullable(number.verifiedAt()));
    }

    /**
     * Whether another number was proven since the one given was about to be.
     *
     * @param provenAsOf when the primary number had been proven by then; null if it was not
     */
    public boolean overtakes(MobileNumber number, @Nullable Instant provenAsOf) {
        return primary()
                .filter(held -> !held.number().equals(number))
                .map(ContactNumber::verifiedAt)
                .filter(proven -> !proven.equals(provenAsOf))
                .isPresent();
    }

    /** Tells in another language. */
    public Contact speaking(Language other) {
        return other == language ? this : new Contact(connectionId, version, other, numbers);
    }

    /**
     * Takes a number that somebody says is the consumer's. It replaces an earlier claim; a proven number stays primary
     * beside it until the new one is proven too.
     */
    public Contact claiming(MobileNumber number, Instant at) {
        if (find(number).isPresent()) {
            return this;
        }
        List<ContactNumber> proven = numbers.stream()
                .filter(held -> held.standing() == Standing.VERIFIED)
                .toList();
        ContactNumber claim = ContactNumber.claimed(number, proven.isEmpty(), at);
        return with(Stream.concat(proven.stream(), Stream.of(claim)).toList());
    }

    /** Takes a number whose holder confirmed a one-time code. It is the primary now, and replaces all others. */
    public Contact proving(MobileNumber number, Instant at) {
        ContactNumber held = find(number).orElseGet(() -> ContactNumber.claimed(number, true, at));
        return with(List.of(held.proven(at)));
    }

    private Optional<ContactNumber> find(MobileNumber number) {
        return numbers.stream().filter(held -> held.number().equals(number)).findAny();
    }

    /** The contact nothing is known of any more. */
    public Contact emptied() {
        return new Contact(connectionId, version, Language.HINDI, List.of());
    }

    /** This contact as the record that follows the one it was made from. */
    public Contact next() {
        return new Contact(connectionId, version + 1, language, numbers);
    }

    private Contact with(List<ContactNumber> others) {
        return new Contact(connectionId, version, language, others);
    }
}
