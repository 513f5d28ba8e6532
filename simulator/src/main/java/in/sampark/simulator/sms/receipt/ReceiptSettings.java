package in.sampark.simulator.sms.receipt;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/**
 * @param url where receipts are brought, {@code {gateway}} standing for the name of the gateway's shape; none when empty
 * @param secret what they show: in {@code X-Webhook-Secret}, or in the parameter {@code secret} of the URL
 * @param every how long receipts are gathered for one post
 * @param most receipts in one post
 * @param timeout how long a post may take
 * @param firstPause before a failed post is repeated; each further pause is twice as long
 * @param longestPause no pause is longer
 */
public record ReceiptSettings(
        @NotNull String url,
        @NotNull String secret,
        @NotNull @DurationMin(millis = 1) Duration every,
        @Min(1) int most,
        @NotNull @DurationMin(millis = 1) Duration timeout,
        @NotNull @DurationMin(millis = 1) Duration firstPause,
        @NotNull @DurationMin(millis = 1) Duration longestPause) {

    @Override
    public String toString() {
        return "ReceiptSettings[url=" + url + ", every=" + every + ", most=" + most + "]";
    }
}
