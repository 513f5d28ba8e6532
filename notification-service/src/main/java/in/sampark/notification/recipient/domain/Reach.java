package in.sampark.notification.recipient.domain;

/** Whether somebody can be told about a connection. */
public sealed interface Reach {

    /** A number its holder has confirmed. */
    record Proven(String recipient, String maskedNumber, String language) implements Reach {}

    /** Nobody who may be told. */
    record None(Reason reason) implements Reach {}

    /** Why nobody may be told. */
    enum Reason {
        /** Nothing is known of the consumer. */
        NO_CONTACT,
        /** No number on file. */
        NO_NUMBER,
        /** Claimed, never proven. */
        NUMBER_NOT_VERIFIED,
        /** Proven once, no longer trusted. */
        NUMBER_DOUBTED
    }
}
