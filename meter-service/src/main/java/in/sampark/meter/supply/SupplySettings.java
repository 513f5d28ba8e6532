package in.sampark.meter.supply;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param rules where the files of supply rules are, as a resource pattern
 * @param notices kinds of messages that tell of a cut: one that reached the phone proves that the consumer was told
 * @param offerDays how many days payments should last that staff are shown besides the amount needed
 * @param clockTolerance how far clocks of the head-end and of officers may be ahead
 * @param page connections looked at in one transaction
 * @param idle longest wait before connections to look at are searched for again
 */
@Validated
@ConfigurationProperties("sampark.supply")
record SupplySettings(
        @NotBlank @DefaultValue("classpath:supply-rules/*.yml")
        String rules,

        @DefaultValue("CUT_NOTICE") Set<String> notices,
        @DefaultValue({"7", "30"}) Set<@Min(1) @Max(366) Integer> offerDays,
        @DurationMin @DefaultValue("5m") Duration clockTolerance,
        @Min(1) @Max(10_000) @DefaultValue("1000") int page,
        @DefaultValue("5s") Duration idle) {}
