package in.sampark.meter.entry;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param mostPaise largest amount of an entry, credit or debit, in paise */
@Validated
@ConfigurationProperties("sampark.account-entry")
record EntrySettings(
        @Min(1) @Max(1_000_000_000_000L) @DefaultValue("100000000000")
        long mostPaise) {}
