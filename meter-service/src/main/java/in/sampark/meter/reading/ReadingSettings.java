package in.sampark.meter.reading;

import in.sampark.meter.reading.domain.Limits;
import in.sampark.meter.reading.domain.LimitsByDiscom;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param lateness how long after its time a reading is still taken
 * @param clockTolerance how far a meter's clock may be ahead
 * @param mostWh highest register that is taken, in watt-hours; at most what prices and percentages of it can be reckoned with exactly
 * @param mostInRequest readings taken over HTTP at a time; of a stream, between two waits for the broker
 * @param mostRefusedInStream wrong lines of a stream of readings after which it is read no further
 * @param days how long readings are kept
 * @param meters what is believed of meters
 * @param discoms the same for companies whose meters are others
 */
@Validated
@ConfigurationProperties("sampark.reading")
record ReadingSettings(
        @DurationMin(days = 1) @DefaultValue("35d") Duration lateness,
        @DurationMin @DefaultValue("5m") Duration clockTolerance,

        @Min(1) @Max(1_000_000_000_000_000L) @DefaultValue("1000000000000")
        long mostWh,

        @Min(1) @DefaultValue("1000") int mostInRequest,
        @Min(0) @DefaultValue("1000") int mostRefusedInStream,
        @Valid @DefaultValue Days days,
        @Valid @DefaultValue Meters meters,
        @DefaultValue Map<String, @Valid OwnMeters> discoms) {

    ReadingSettings {
        days.requireLongerThan(lateness, "sampark.reading.lateness");
    }

    /**
     * @param keptFor how long readings are kept; longer than they may be late, for what is late needs those around it, and than days are settled anew
     * @param ahead days that have their partition before they begin
     * @param idle longest wait before looking for days to come and to go again
     */
    record Days(
            @DurationMin(days = 2) @DefaultValue("400d") Duration keptFor,
            @Min(1) @Max(100) @DefaultValue("7") int ahead,
            @DurationMin(minutes = 1) @DefaultValue("6h") Duration idle) {

        /** Fails unless readings are kept for longer than something that needs them, @param setting which says how long that is. */
        void requireLongerThan(Duration needed, String setting) {
            if (keptFor.compareTo(needed) > 0) return;
            throw new IllegalArgumentException("sampark.reading.days.kept-for: " + keptFor + " (expected: longer than "
                    + setting + ", " + needed + ")");
        }
    }

    /**
     * @param digits of kWh that a register shows before it goes on from 0
     * @param loadFactor how many times its sanctioned load a connection is believed to draw
     * @param leastLoadW sanctioned load that a smaller one counts as, in watts
     * @param toleranceWh energy believed whatever the time between two registers, in watt-hours
     */
    record Meters(
            @Min(1) @Max(12) @DefaultValue("6") int digits,
            @Min(1) @Max(1_000) @DefaultValue("3") int loadFactor,
            @Min(0) @DefaultValue("1000") long leastLoadW,
            @Min(0) @DefaultValue("1000") long toleranceWh) {

        Limits limits() {
            return new Limits(modulusWh(digits), loadFactor, leastLoadW, toleranceWh);
        }

        Limits limits(OwnMeters own) {
            return new Limits(
                    own.digits() == null ? modulusWh(digits) : modulusWh(own.digits()),
                    own.loadFactor() == null ? loadFactor : own.loadFactor(),
                    leastLoadW,
                    toleranceWh);
        }

        private static long modulusWh(int digits) {
            return Math.multiplyExact(1_000, Math.powExact(10L, digits));
        }
    }

    /**
     * @param digits null where they are the usual ones
     * @param loadFactor null where it is the usual one
     */
    record OwnMeters(
            @Min(1) @Max(12) @Nullable Integer digits,
            @Min(1) @Max(1_000) @Nullable Integer loadFactor) {}

    LimitsByDiscom limits() {
        Map<String, Limits> own = new HashMap<>();
        discoms.forEach((discom, meters) -> own.put(discom, this.meters.limits(meters)));
        return new LimitsByDiscom(meters.limits(), own);
    }
}
