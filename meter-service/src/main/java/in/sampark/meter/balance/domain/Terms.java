package in.sampark.meter.balance.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an account is charged by.
 *
 * @param category tariff category
 * @param loadW sanctioned load in watts
 * @param supplyFrom first local day that is charged
 * @param supplyTo last local day that is charged; null while supplied
 * @param mode how it pays
 * @param removed whether the connection exists no longer
 */
public record Terms(
        String category,
        long loadW,
        LocalDate supplyFrom,
        @Nullable LocalDate supplyTo,
        BillingMode mode,
        boolean removed) {

    public Terms {
        if (loadW <= 0) throw new IllegalArgumentException("sanctioned load: " + loadW + " W (expected: > 0)");
        if (supplyTo != null && supplyTo.isBefore(supplyFrom)) {
            throw new IllegalArgumentException(
                    "supply to: " + supplyTo + " (expected: not before supply from, " + supplyFrom + ")");
        }
    }

    /** The register every other one counts from: zero when supply begins. */
    public Register opening() {
        return new Register(Midnight.starting(supplyFrom), 0);
    }

    /** Whether a day lies in the supply period. */
    public boolean supplied(LocalDate day) {
        return !day.isBefore(supplyFrom) && !afterSupply(day);
    }

    /** Whether days are charged at all. */
    public boolean charged() {
        return mode == BillingMode.PREPAID && !removed;
    }

    boolean afterSupply(LocalDate day) {
        return supplyTo != null && day.isAfter(supplyTo);
    }

    public Terms withoutConnection() {
        return new Terms(category, loadW, supplyFrom, supplyTo, mode, true);
    }
}
