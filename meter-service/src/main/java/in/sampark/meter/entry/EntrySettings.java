package in.sampark.meter.entry;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param clockTolerance how far the clock of who books may be ahead
 * @param mostPaise largest amount of an entry, credit or debit, in paise
 */
@Validated
@ConfigurationProperties("sampark.account-entry")
record EntrySettings(
        @DurationMin @DefaultValue("5m") Duration clockTolerance,

        @Min(1) @Max(1_000_000_000_000L) @DefaultValue("100000000000")
        long mostPaise) {}
