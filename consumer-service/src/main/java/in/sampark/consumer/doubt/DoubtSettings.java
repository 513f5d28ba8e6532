package in.sampark.consumer.doubt;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When a proven number is trusted no longer.
 *
 * @param after age of its proof
 * @param failures messages in a row that did not reach it
 * @param undeliverable reasons of failed messages that lie with the number, as providers word them
 */
@Validated
@ConfigurationProperties("sampark.doubt")
record DoubtSettings(
        @DefaultValue("730d") @DurationMin(days = 1) Duration after,
        @DefaultValue("3") @Min(1) int failures,
        @DefaultValue("UNDELIV") @NotEmpty Set<String> undeliverable) {}
