package in.sampark.consumer.audit;

/** What can be done to or with what is known of a consumer. */
public enum AuditAction {
    /** A file or another system declared a connection or its contact anew. */
    IMPORTED,
    /** A one-time code was sent to a number. */
    CODE_SENT,
    /** The holder of a number confirmed a one-time code. */
    NUMBER_VERIFIED,
    /** The holder of the connection's number was let in to see it. */
    LOGGED_IN,
    /** A wrong one-time code was given. */
    CODE_WRONG,
    /** Numbers were shown in full. */
    NUMBERS_READ,
    /** Connections were looked for by a number; the entry says whether this one was found by it. */
    NUMBER_SEARCHED,
    /** What was known of the person behind a connection was erased. */
    PERSON_ERASED,
    /** The holder of a verified number was told that another is to replace it. */
    NUMBER_CHANGE_TOLD,
    /** A change of number was refused at the word of who holds the number on record. */
    NUMBER_CHANGE_REFUSED,
    /** Another number was made the primary one, or a number taken away. */
    NUMBERS_ARRANGED,
    /** A number is trusted no longer, at somebody's word or for what the service itself has seen. */
    NUMBER_DOUBTED,
    /** A consumer's wishes were taken down. */
    PREFERENCES_CHANGED,
    /** A consent was given or withdrawn. */
    CONSENT_NOTED,
    /** Consents of somebody whose data were erased were shown. */
    FORMER_CONSENTS_READ,
    /** The network changed, and with it the place of a connection. */
    PLACED,
    /** A list or the network master's topic changed nodes. */
    NETWORK_CHANGED
}
