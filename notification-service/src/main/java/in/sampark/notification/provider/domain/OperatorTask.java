package in.sampark.notification.provider.domain;

/** What a person has to put right before a provider takes messages again. */
public enum OperatorTask {
    /** A text does not fit its registered template, or that is not registered. */
    TEMPLATE_REFUSED,
    /** The sender's header may not be used. */
    HEADER_BLOCKED,
    /** The account has no credit left. */
    CREDIT_LOW,
    /** Our credentials, or the address we call from, are not taken. */
    AUTHENTICATION_REFUSED
}
