package in.sampark.notification.fanout;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many are told.
 *
 * @param page connections looked at in one transaction
 * @param ahead messages planned and not handed over yet: with more than that, pages wait
 * @param pause between two looks while they wait
 */
@Validated
@ConfigurationProperties("sampark.fan-outs")
record FanOutSettings(
        @Min(1) @DefaultValue("1000") int page,
        @Min(0) @DefaultValue("20000") long ahead,
        @DefaultValue("2s") Duration pause) {}
