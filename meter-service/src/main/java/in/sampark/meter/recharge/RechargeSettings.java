package in.sampark.meter.recharge;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param clockTolerance how far a gateway's clock may be ahead
 * @param mostPaise largest single recharge that is taken, in paise; at most what percentages of it can be reckoned with exactly
 * @param arrears what of a recharge goes to arrears
 */
@Validated
@ConfigurationProperties("sampark.recharge")
record RechargeSettings(
        @DurationMin @DefaultValue("5m") Duration clockTolerance,

        @Min(1) @Max(1_000_000_000_000L) @DefaultValue("1000000000")
        long mostPaise,

        @Valid @DefaultValue ArrearsSettings arrears) {}
