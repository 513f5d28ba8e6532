package in.sampark.notification.message.domain;

import java.util.EnumSet;
import java.util.Set;

/** Where a message is in its life. A message only ever moves forward. */
public enum MessageState {
    /** Nobody can be told for lack of a proven number; planned once there is one, while it matters. */
    UNREACHABLE,
    /** On its lane. A message planned straight away has no row before it is claimed. */
    PLANNED,
    /** Claimed by a dispatcher that has not recorded an outcome yet. */
    SENDING,
    /** Not taken by the provider; waits to be tried again. */
    RETRYING,
    /** The provider's answer never came: it may or may not have been taken. */
    UNKNOWN,
    /** Taken by the provider. */
    ACCEPTED,
    /** Came too late to be sent. */
    EXPIRED,
    /** No longer true or no longer wanted when it was to be sent. */
    SUPPRESSED,
    /** Will not reach the phone. */
    FAILED,
    /** Reached the phone. */
    DELIVERED;

    /** States a message can be claimed from, for an attempt later than its last. */
    public static final Set<MessageState> CLAIMABLE = EnumSet.of(PLANNED, RETRYING, UNKNOWN);

    /** States of a message that has reached the phone, or may have. So may one in another state of whose attempts one had an unknown outcome. */
    public static final Set<MessageState> MAY_BE_HEARD = EnumSet.of(SENDING, UNKNOWN, ACCEPTED, DELIVERED);

    /** States in which the outcome of an attempt is news. A receipt may have come first, and then it is none. */
    public static final Set<MessageState> AWAITING_OUTCOME = EnumSet.of(SENDING, UNKNOWN);

    /**
     * States that a receipt of this state overtakes. That a message reached the phone is the last word: whatever else was
     * believed, also that it failed, was premature, so that the order of receipts does not matter.
     *
     * @throws IllegalArgumentException for a state that no receipt reports
     */
    public Set<MessageState> overtakes() {
        return switch (this) {
            case DELIVERED -> EnumSet.complementOf(EnumSet.of(DELIVERED));
            case FAILED -> EnumSet.of(SENDING, RETRYING, UNKNOWN, ACCEPTED);
            case UNREACHABLE, PLANNED, SENDING, RETRYING, UNKNOWN, ACCEPTED, EXPIRED, SUPPRESSED ->
                throw new IllegalArgumentException("state: " + this + " (expected: DELIVERED or FAILED)");
        };
    }
}
