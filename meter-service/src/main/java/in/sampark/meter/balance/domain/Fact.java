package in.sampark.meter.balance.domain;

import java.time.Instant;
import java.util.OptionalInt;
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
     * @param lastRechargePaise what a rung is a percentage of; null before the first
     * @param daysLeft whole days it lasts; empty when that is not known
     * @param at when
     * @param version the account's version it came with
     */
    record LowBalanceReached(
            Rung rung,
            long availablePaise,
            @Nullable Long lastRechargePaise,
            OptionalInt daysLeft,
            Instant at,
            long version,
            @Nullable String causedBy)
            implements Fact {

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
     * @param arrearsPaise part of it that went to arrears
     * @param availablePaise balance right after it
     * @param daysItBuys whole days that the rest of it lasts; empty when that is not known
     */
    record RechargeWasCredited(
            LastRecharge recharge,
            long arrearsPaise,
            long availablePaise,
            OptionalInt daysItBuys,
            @Nullable String causedBy)
            implements Fact {

        /** As it is when another part of it goes to arrears. @param morePaise by how much the balance is higher then */
        public RechargeWasCredited split(long part, long morePaise, Forecast recent) {
            OptionalInt days = recent.daysLeft(recharge.paise() - part);
            return new RechargeWasCredited(recharge, part, availablePaise + morePaise, days, causedBy);
        }
    }
}
