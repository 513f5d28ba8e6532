package in.sampark.meter.supply.domain;

import java.time.Instant;

/**
 * Proof that a consumer was told.
 *
 * @param kind how
 * @param id of the message or visit
 * @param at when it reached them
 */
public record Notice(Kind kind, String id, Instant at) {

    /** How a consumer may be told. */
    public enum Kind {
        /** A message that reached the phone. */
        MESSAGE,
        /** A notice handed over, or put up. */
        VISIT
    }

    Notice notBefore(Instant time) {
        return at.isBefore(time) ? new Notice(kind, id, time) : this;
    }
}
