package in.sampark.notification.message;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long messages are on record.
 *
 * @param keptFor how long they are kept after what they tell; they go by the week, so up to a week longer
 * @param receiptWithin how long a receipt is waited for: what became of a message without is unknown from then on
 * @param lookedThroughEvery pause between two walks that end what is overdue
 */
@Validated
@ConfigurationProperties("sampark.messages")
record MessageSettings(
        @DurationMin(days = 60) @DefaultValue("180d") Duration keptFor,
        @DurationMin(hours = 1) @DefaultValue("3d") Duration receiptWithin,
        @DurationMin(minutes = 1) @DefaultValue("1h") Duration lookedThroughEvery) {}
