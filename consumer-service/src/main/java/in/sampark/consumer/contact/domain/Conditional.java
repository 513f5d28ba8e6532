package in.sampark.consumer.contact.domain;

/**
 * What became of a change that was wanted on the strength of a contact as somebody had seen it.
 *
 * @param <T> what the change comes to
 */
public sealed interface Conditional<T> {

    /** The contact was as seen, and the change is made. */
    record Done<T>(T outcome) implements Conditional<T> {}

    /** Somebody changed the contact first. @param version what it is now */
    record Outdated<T>(long version) implements Conditional<T> {}
}
