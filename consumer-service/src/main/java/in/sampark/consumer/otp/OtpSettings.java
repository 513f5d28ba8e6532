package in.sampark.consumer.otp;

import in.sampark.consumer.otp.domain.SendAllowance;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How one-time codes are handled.
 *
 * @param validFor from asking for a code to its end
 * @param attempts guesses a challenge takes
 * @param sends codes one number may be sent within {@code sendWindow}
 */
@Validated
@ConfigurationProperties("sampark.otp")
record OtpSettings(
        @DefaultValue("10m") @DurationMin(minutes = 1) @DurationMax(minutes = 10)
        Duration validFor,

        @DefaultValue("5") @Min(1) @Max(10) int attempts,
        @DefaultValue("3") @Min(1) int sends,
        @DefaultValue("10m") @DurationMin(minutes = 1) Duration sendWindow) {

    SendAllowance allowance() {
        return new SendAllowance(sends, sendWindow);
    }
}
