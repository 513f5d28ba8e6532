package in.sampark.meter.reading;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param lateness how long after its time a reading is still taken
 * @param clockTolerance how far a meter's clock may be ahead
 */
@Validated
@ConfigurationProperties("sampark.reading")
record ReadingSettings(
        @DurationMin(days = 1) @DefaultValue("35d") Duration lateness,
        @DurationMin @DefaultValue("5m") Duration clockTolerance) {}
