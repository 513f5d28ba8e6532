package in.sampark.consumer.importing;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How files are imported.
 *
 * @param batchRows rows taken in one transaction
 * @param reportedErrors errors a report lists at most; all are counted
 */
@Validated
@ConfigurationProperties("sampark.import")
record ImportSettings(
        @DefaultValue("1000") @Min(1) @Max(10_000) int batchRows,
        @DefaultValue("1000") @Min(1) int reportedErrors) {}
