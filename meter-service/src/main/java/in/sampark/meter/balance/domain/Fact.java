package in.sampark.meter.balance.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something a change of an account makes worth telling. */
public sealed interface Fact {

    /** Event that led to it; null when it was the clock. */
    @Nullable
    String causedBy();

    /**
     * The available balance fell to a rung or below it.
     *
     * @param rung the lowest one crossed
     * @param availablePaise balance at the crossing
     * @param lastRechargePaise what the rung is a percentage of
     * @param at when
     * @param version the account's version it came with
     */
    record LowBalanceReached(
            Rung rung,
            long availablePaise,
            long lastRechargePaise,
            Instant at,
            long version,
            @Nullable String causedBy) implements Fact {

        /** Under which id it is announced. */
        public String eventId(String connectionId) {
            return EventIds.of("low-balance", connectionId, version);
        }
    }

    /** The connection is charged by other terms; nothing but the balance is told. */
    record TermsChanged(@Nullable String causedBy) implements Fact {}

    /**
     * A recharge was credited.
     *
     * @param recharge which
     * @param availablePaise balance right after it
     */
    record RechargeWasCredited(
            LastRecharge recharge,
            long availablePaise,
            @Nullable String causedBy) implements Fact {}
}
