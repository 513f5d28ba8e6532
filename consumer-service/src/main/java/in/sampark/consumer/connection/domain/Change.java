package in.sampark.consumer.connection.domain;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A connection that was recorded anew.
 *
 * @param before as it was on record; nothing for a new one
 */
public record Change(Optional<Connection> before, RecordedConnection now) {

    /** What declaring a connection changes, or nothing. @param known as it is on record, if it is */
    public static Optional<Change> of(Optional<RecordedConnection> known, Connection declared) {
        Optional<RecordedConnection> next =
                known.isPresent() ? known.get().next(declared) : Optional.of(RecordedConnection.first(declared));
        return next.map(now -> new Change(known.map(RecordedConnection::connection), now));
    }

    /** Whose it was to administer when it changed. */
    public AreaPath area() {
        return before.orElse(now.connection()).area();
    }

    /** What is different, in words and without personal data. */
    public String what() {
        return before.map(old -> differences(old, now.connection())).orElse("new");
    }

    private static String differences(Connection old, Connection now) {
        return Stream.of(
                        shown("area", old, now, Connection::area),
                        shown("fed by", old, now, one -> one.feedingPoint().path()),
                        shown("category", old, now, Connection::category),
                        shown("sanctioned load (W)", old, now, Connection::sanctionedLoadW),
                        shown("billing mode", old, now, Connection::billingMode),
                        named(
                                "first day billed like that",
                                !Objects.equals(old.billingModeFrom(), now.billingModeFrom())),
                        shown("supply", old, now, one -> one.supply().days()),
                        named("meter", !Objects.equals(old.meterNo(), now.meterNo())),
                        named("name", !Objects.equals(old.name(), now.name())))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
    }

    private static Optional<String> shown(
            String what, Connection old, Connection now, Function<Connection, Object> part) {
        Object was = part.apply(old);
        Object is = part.apply(now);
        return named(what + ": " + was + " -> " + is, !was.equals(is));
    }

    private static Optional<String> named(String what, boolean differs) {
        return Optional.of(what).filter(text -> differs);
    }
}
