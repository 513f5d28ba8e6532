package in.sampark.notification.operator;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param toldEvery pause after which a task that goes on is told again, and after which one that was not seen begins anew */
@Validated
@ConfigurationProperties("sampark.operator-tasks")
record OperatorTaskSettings(
        @DurationMin(minutes = 1) @DefaultValue("1h") Duration toldEvery) {}
