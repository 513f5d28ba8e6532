package in.sampark.consumer.otp;

import in.sampark.consumer.otp.domain.Allowance;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** So many times within a window, which is a day at most. */
public record LimitSettings(
        @DefaultValue("20") @Min(1) int times,

        @DefaultValue("24h") @DurationMin(minutes = 1) @DurationMax(hours = 24)
        Duration window) {

    /** What was spent longer ago counts for nothing. */
    static final Duration LONGEST_WINDOW = Duration.ofHours(24);

    /** The limit without pauses. */
    public Allowance allowance() {
        return new Allowance(times, window, Duration.ZERO);
    }
}
