package in.sampark.meter.balance.domain;

import java.time.Instant;

/**
 * What a meter's cumulative register showed at a time.
 *
 * @param at when
 * @param wh energy in watt-hours since supply began
 */
public record Register(Instant at, long wh) {}
