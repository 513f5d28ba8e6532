package in.sampark.meter.outage;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param clockTolerance how far the outage system's clock may be ahead
 * @param horizon how far from now any time of an outage may be, back or ahead
 * @param toldAtOnce announcements of the control room that an instance works on at once; each keeps a connection to the database
 * @param keptFor how long an outage is remembered after it was over; longer than its topic keeps it, so that a replay finds it
 */
@Validated
@ConfigurationProperties("sampark.outage")
record OutageSettings(
        @DurationMin @DefaultValue("5m") Duration clockTolerance,
        @DurationMin(days = 1) @DefaultValue("366d") Duration horizon,
        @Min(1) @DefaultValue("8") int toldAtOnce,
        @DurationMin(days = 40) @DefaultValue("90d") Duration keptFor) {}
