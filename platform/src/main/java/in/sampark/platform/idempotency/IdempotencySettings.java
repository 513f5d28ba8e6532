package in.sampark.platform.idempotency;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Requests with an idempotency key.
 *
 * @param keepFor how long an answer is kept
 */
@Validated
@ConfigurationProperties("sampark.idempotency")
record IdempotencySettings(
        @DefaultValue("24h") @DurationMin(minutes = 1) Duration keepFor) {}
