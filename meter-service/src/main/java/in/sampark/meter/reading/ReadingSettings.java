package in.sampark.meter.reading;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param lateness how long after its time a reading is still taken
 * @param clockTolerance how far a meter's clock may be ahead
 * @param mostWh highest register that is taken, in watt-hours; at most what prices and percentages of it can be reckoned with exactly
 * @param mostInRequest readings taken over HTTP at a time
 */
@Validated
@ConfigurationProperties("sampark.reading")
record ReadingSettings(
        @DurationMin(days = 1) @DefaultValue("35d") Duration lateness,
        @DurationMin @DefaultValue("5m") Duration clockTolerance,

        @Min(1) @Max(1_000_000_000_000_000L) @DefaultValue("1000000000000")
        long mostWh,

        @Min(1) @DefaultValue("1000") int mostInRequest) {}
