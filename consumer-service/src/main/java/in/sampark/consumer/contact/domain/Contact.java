package in.sampark.consumer.contact.domain;

import in.sampark.consumer.connection.domain.ConnectionId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whom to tell about a connection. As soon as there is a number, exactly one is primary, and a proven primary gives way
 * to another proven number only.
 *
 * @param version 0 before it is first recorded, one more with every recorded change
 * @param numbers each once, primary first
 */
public record Contact(
        ConnectionId connectionId,
        long version,
        Language language,
        List<ContactNumber> numbers,
        Preferences preferences) {

    private static final Comparator<ContactNumber> PRIMARY_FIRST = Comparator.comparing(held -> !held.primary());

    public Contact {
        numbers = numbers.stream().sorted(PRIMARY_FIRST).toList();
        long primaries = numbers.stream().filter(ContactNumber::primary).count();
        if (primaries != Math.min(1, numbers.size())) {
            throw new IllegalArgumentException(
                    "primary numbers: " + primaries + " of " + numbers.size() + " (expected: exactly one of any)");
        }
        long different = numbers.stream().map(ContactNumber::number).distinct().count();
        if (different != numbers.size()) {
            throw new IllegalArgumentException(
                    "different numbers: " + different + " of " + numbers.size() + " (expected: all)");
        }
    }

    /** A contact nothing is known of yet but the language. */
    public static Contact unknown(ConnectionId connectionId, Language language) {
        return new Contact(connectionId, 0, language, List.of(), Preferences.NONE);
    }

    /** The number that is told. */
    public Optional<ContactNumber> primary() {
        return numbers.stream().filter(ContactNumber::primary).findAny();
    }

    /** Whether the number is one of the connection's that are proven and not doubted. */
    public boolean verified(MobileNumber number) {
        return find(number).filter(held -> held.standing() == Standing.VERIFIED).isPresent();
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

    /** Tells in the language the billing master knows, unless the consumer has chosen one. */
    public Contact speaking(Language known) {
        return preferences.languageChosen() ? this : preferring(known, preferences);
    }

    /** Tells in a language and as the consumer prefers. */
    public Contact preferring(Language chosen, Preferences preferred) {
        return new Contact(connectionId, version, chosen, numbers, preferred);
    }

    /**
     * Takes a number that the billing master has on file. It replaces what was on file before and never proven; proven
     * numbers stay, and the primary among them stays primary until the new one is proven too.
     */
    public Contact claiming(MobileNumber number, Instant at) {
        if (find(number).filter(held -> !held.requested()).isPresent()) {
            return this;
        }
        boolean proven = numbers.stream().anyMatch(ContactNumber::wasProven);
        Stream<ContactNumber> staying = others(number)
                .filter(held -> held.wasProven() || held.requested())
                .map(held -> proven ? held : held.further());
        return with(Stream.concat(staying, Stream.of(ContactNumber.claimed(number, !proven, at))));
    }

    /**
     * Takes a number that a code is asked for. What is on file stays as it is until the code proves the number; only an
     * earlier number asked for in vain makes room.
     */
    public Contact requesting(MobileNumber number, Instant at) {
        if (find(number).isPresent()) {
            return this;
        }
        List<ContactNumber> onFile =
                numbers.stream().filter(held -> !held.requested()).toList();
        ContactNumber requested = ContactNumber.requested(number, onFile.isEmpty(), at);
        return with(Stream.concat(onFile.stream(), Stream.of(requested)));
    }

    /**
     * Takes a number whose holder confirmed a one-time code. It is the primary now, in place of what was primary or
     * claimed before.
     */
    public Contact proving(MobileNumber number, Instant at) {
        return with(Stream.concat(
                Stream.of(held(number, at).proven(at).preferred()),
                numbers.stream().filter(held -> held.further(number))));
    }

    /**
     * Takes a further number whose holder confirmed a one-time code. It takes no number's place; where none can be
     * trusted yet it is the primary.
     */
    public Contact adding(MobileNumber number, Instant at) {
        ContactNumber proven = held(number, at).proven(at);
        return standing() == Standing.VERIFIED
                ? with(Stream.concat(others(number), Stream.of(proven)))
                : with(Stream.concat(
                        Stream.of(proven.preferred()), others(number).map(ContactNumber::further)));
    }

    /** Makes a proven number the primary. */
    public Arrangement preferring(MobileNumber number) {
        Optional<ContactNumber> held = find(number);
        if (held.isEmpty()) {
            return new Arrangement.NotHeld();
        }
        return held.get().standing() == Standing.VERIFIED
                ? new Arrangement.Arranged(led(held.get()))
                : new Arrangement.NotProven();
    }

    /** Takes a number away. The primary goes last, for nothing says which of the others should be told instead. */
    public Arrangement without(MobileNumber number) {
        Optional<ContactNumber> held = find(number);
        if (held.isEmpty()) {
            return new Arrangement.NotHeld();
        }
        return held.get().primary() && numbers.size() > 1
                ? new Arrangement.StillPrimary()
                : new Arrangement.Arranged(with(others(number)));
    }

    /**
     * Stops trusting proven numbers. A primary that is doubted gives way to a number still trusted, if there is one.
     *
     * @param doubted which numbers
     */
    public Contact doubting(Predicate<ContactNumber> doubted, DoubtReason reason, Instant at) {
        Contact doubting = with(numbers.stream()
                .map(held -> held.standing() == Standing.VERIFIED && doubted.test(held)
                        ? held.doubted(new Doubt(reason, at))
                        : held));
        return doubting.standing() == Standing.DOUBTED
                ? doubting.trusted().map(doubting::led).orElse(doubting)
                : doubting;
    }

    /** The contact nothing is known of any more. */
    public Contact emptied() {
        return unknown(connectionId, Language.HINDI).at(version);
    }

    private Contact at(long other) {
        return new Contact(connectionId, other, language, numbers, preferences);
    }

    /** This contact as the record that follows the one it was made from. */
    public Contact next() {
        return at(version + 1);
    }

    /** The number if it is held. */
    public Optional<ContactNumber> find(MobileNumber number) {
        return numbers.stream().filter(held -> held.number().equals(number)).findAny();
    }

    private Optional<ContactNumber> trusted() {
        return numbers.stream()
                .filter(held -> held.standing() == Standing.VERIFIED)
                .findFirst();
    }

    private Contact led(ContactNumber leader) {
        return with(numbers.stream().map(held -> held.equals(leader) ? held.preferred() : held.further()));
    }

    private ContactNumber held(MobileNumber number, Instant at) {
        return find(number).orElseGet(() -> ContactNumber.claimed(number, false, at));
    }

    private Stream<ContactNumber> others(MobileNumber number) {
        return numbers.stream().filter(held -> !held.number().equals(number));
    }

    private Contact with(Stream<ContactNumber> others) {
        return new Contact(connectionId, version, language, others.toList(), preferences);
    }
}
