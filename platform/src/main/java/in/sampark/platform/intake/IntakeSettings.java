package in.sampark.platform.intake;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param within how long a caller waits at most until the broker has what they sent, or is told that it has not
 */
@Validated
@ConfigurationProperties("sampark.intake")
public record IntakeSettings(
        @DurationMin(seconds = 1) @DefaultValue("10s") Duration within) {}
