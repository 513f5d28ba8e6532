package in.sampark.notification.receipt;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param idsKeptFor how long it is remembered what a provider calls a message, for the receipt that names it so */
@Validated
@ConfigurationProperties("sampark.receipts")
record ReceiptSettings(
        @DurationMin(hours = 1) @DefaultValue("7d") Duration idsKeptFor) {}
