package in.sampark.notification.message;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param keptFor how long messages are kept after what they tell; they go by the week, so up to a week longer */
@Validated
@ConfigurationProperties("sampark.messages")
record MessageSettings(
        @DurationMin(days = 60) @DefaultValue("180d") Duration keptFor) {}
