package in.sampark.meter.outage;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param clockTolerance how far the outage system's clock may be ahead
 * @param horizon how far from now any time of an outage may be, back or ahead
 */
@Validated
@ConfigurationProperties("sampark.outage")
record OutageSettings(
        @DurationMin @DefaultValue("5m") Duration clockTolerance,
        @DurationMin(days = 1) @DefaultValue("366d") Duration horizon) {}
