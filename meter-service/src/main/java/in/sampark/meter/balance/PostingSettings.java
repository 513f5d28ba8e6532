package in.sampark.meter.balance;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.LocalTime;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param at local time of the following day at which a day is posted: late enough for its last readings to have come
 * @param page accounts in one transaction
 * @param settleBack how far back days already posted are settled anew when terms change, and days before a connection came are charged
 * @param idle longest wait before due days are looked for again
 */
@Validated
@ConfigurationProperties("sampark.posting")
record PostingSettings(
        @DefaultValue("00:30") LocalTime at,
        @Min(1) @Max(10_000) @DefaultValue("1000") int page,
        @DurationMin(days = 1) @DefaultValue("35d") Duration settleBack,
        @DefaultValue("10s") Duration idle) {}
