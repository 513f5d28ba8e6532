package in.sampark.consumer.audit;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The trail.
 *
 * @param keepFor how long entries are kept; the DPDP Rules 2025 ask for a year at least
 */
@Validated
@ConfigurationProperties("sampark.audit")
record AuditSettings(
        @DefaultValue("365d") @DurationMin(days = 365) Duration keepFor) {}
