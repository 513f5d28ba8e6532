package in.sampark.meter.recharge.domain;

import java.time.Instant;

/**
 * Arrears as the billing system booked them.
 *
 * @param at when
 * @param paise below zero when given up
 */
public record Owed(Instant at, long paise) {}
