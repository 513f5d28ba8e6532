package in.sampark.consumer.importing;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How files are imported.
 *
 * @param batchRows rows staged, and taken, in one transaction
 * @param atOnce such transactions at once, each on a connection of its own
 * @param senderSilent how long a sender may send nothing before the upload has failed
 * @param abandonedAfter how long an upload may bring no rows before it counts as given up, its receiver killed perhaps
 * @param keptFor how long a job and its report are kept after its end
 */
@Validated
@ConfigurationProperties("sampark.import")
record ImportSettings(
        @DefaultValue("1000") @Min(1) @Max(10_000) int batchRows,
        @DefaultValue("4") @Min(1) @Max(16) int atOnce,
        @DefaultValue("1m") Duration senderSilent,
        @DefaultValue("1h") Duration abandonedAfter,
        @DefaultValue("30d") Duration keptFor) {}
