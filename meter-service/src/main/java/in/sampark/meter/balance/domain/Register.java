package in.sampark.meter.balance.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a meter's cumulative register showed at a time.
 *
 * @param at when
 * @param wh energy in watt-hours, as the meter shows it
 * @param meterNo which meter; null when that was not said
 */
public record Register(Instant at, long wh, @Nullable String meterNo) {

    /** Of a meter that was not named. */
    public Register(Instant at, long wh) {
        this(at, wh, null);
    }
}
