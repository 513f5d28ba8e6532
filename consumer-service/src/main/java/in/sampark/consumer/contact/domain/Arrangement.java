package in.sampark.consumer.contact.domain;

/** What came of arranging the numbers of a contact. */
public sealed interface Arrangement {

    /** It is as wanted. */
    record Arranged(Contact contact) implements Arrangement {}

    /** The contact has no such number. */
    record NotHeld() implements Arrangement {}

    /** Only a number that is proven, and not doubted, can be told. */
    record NotProven() implements Arrangement {}

    /** The primary number is told; while there are others, one of them has to be made primary first. */
    record StillPrimary() implements Arrangement {}

    /** The contact has changed since the caller saw it. */
    record Outdated(long version) implements Arrangement {}
}
