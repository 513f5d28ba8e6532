package in.sampark.meter.supply.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A balance as it was just told.
 *
 * @param availablePaise what is left
 * @param paidPaise what payments brought; below zero when they were taken back
 * @param charged whether prepaid rules apply: a debt begins only then
 * @param toldBy event that has the consumer told that nothing is left; null when there is none
 * @param at when the balance came to that
 */
public record Told(
        long availablePaise,
        long paidPaise,
        boolean charged,
        @Nullable String toldBy,
        Instant at) {}
