package in.sampark.platform.idempotency;

/** What is known of a named request when it arrives. */
sealed interface Beginning {

    /** Nothing: it is to be done now, and by nobody else. */
    record Fresh() implements Beginning {}

    /** It was done. */
    record Done(KeptAnswer answer) implements Beginning {}

    /** It is being done, or whoever did it died before it could keep the answer. */
    record Begun() implements Beginning {}

    /** Its key names another request. */
    record Different() implements Beginning {}
}
