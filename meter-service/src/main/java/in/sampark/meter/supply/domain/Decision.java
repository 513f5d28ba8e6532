package in.sampark.meter.supply.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is to be done about a connection's supply at a time. */
public sealed interface Decision {

    /** Something the head-end, or those who watch it, are told. */
    sealed interface Act extends Decision {

        Why why();
    }

    /** Why something is done. */
    enum Why {
        /** Nothing left for longer than the rules allow. */
        UNPAID,
        /** The time that a part payment bought is over. */
        GRACE_OVER,
        /** Nothing is owed. */
        PAID,
        /** Enough of the dues was paid for some days. */
        PART_PAID,
        /** It does not pay in advance any more. */
        NOT_CHARGED,
        /** The rules allow more time, for the load or category that it has now. */
        CREDIT,
        /** It was switched on by hand, and has to be told anew. */
        RECONNECTED,
        /** Nobody reported that it was switched on. */
        NOT_RESTORED
    }

    /** Cut off, before the deadline or not at all. */
    record Cut(Why why, Instant deadline) implements Act {}

    /** Do not cut off any more. @param graceUntil until when a part payment keeps supply on; null when nothing is owed */
    record Withdraw(Why why, @Nullable Instant graceUntil) implements Act {}

    /** Switch on by the deadline. @param graceUntil as in {@link Withdraw} */
    record Restore(Why why, Instant deadline, @Nullable Instant graceUntil) implements Act {}

    /** It was not switched on by the deadline. */
    record Overdue(Instant deadline) implements Act {

        @Override
        public Why why() {
            return Why.NOT_RESTORED;
        }
    }

    /**
     * Nothing now.
     *
     * @param because what it is waiting for
     * @param until when it will be otherwise without anybody's doing; null when something has to happen first
     */
    record Rest(Because because, @Nullable Instant until) implements Decision {}

    /** Why nothing is to be done. */
    enum Because {
        /** The company has no supply rules. */
        NO_RULES,
        /** It does not pay in advance. */
        NOT_CHARGED,
        /** Nothing is owed. */
        NOTHING_OWED,
        /** Nothing is left, and the time allowed for that is not over. */
        CREDIT,
        /** A part payment keeps supply on. */
        GRACE,
        /** There is no proof that the consumer was told, or it is too fresh. */
        NOTICE,
        /** Nobody is cut off at this time. */
        NO_CUT_HOURS,
        /** The head-end was told to cut. */
        CUT_ANNOUNCED,
        /** Cut off, and too little is paid. */
        PAYMENT,
        /** The head-end was told to switch on. */
        RESTORE_ANNOUNCED,
        /** The head-end was told so, and did not by the deadline. */
        RESTORE_OVERDUE,
        /** Off for another reason than dues. */
        OFF_OTHERWISE
    }
}
