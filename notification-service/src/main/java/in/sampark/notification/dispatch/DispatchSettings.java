package in.sampark.notification.dispatch;

import in.sampark.notification.dispatch.domain.RetryPolicy;
import in.sampark.notification.message.domain.Lane;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How messages are handed over. All times are wall time.
 *
 * @param provider who carries the messages
 * @param lanes every lane
 * @param sendTimeout longest time a single hand-over may take
 * @param recordFor how long recording the outcomes of a batch is tried while the database is away
 * @param refused pauses after the first, second, … refusal that may pass; the last repeats until the message expires
 * @param throttled pauses when told to slow down
 */
@Validated
@ConfigurationProperties("sampark.dispatch")
record DispatchSettings(
        @NotBlank String provider,
        @NotEmpty Map<Lane, @Valid LaneSettings> lanes,
        @DefaultValue("14s") Duration sendTimeout,
        @DefaultValue("15s") Duration recordFor,
        @NotEmpty List<Duration> refused,
        @NotEmpty List<Duration> throttled) {

    /**
     * One lane.
     *
     * @param listeners consumer threads of an instance
     * @param batch most messages claimed at a time
     * @param concurrency hand-overs at a time, of one batch
     * @param sendFor how long hand-overs of a batch may begin; what is left is put back
     * @param receiptWithin how long a message of unknown outcome waits for a receipt before it is tried once more
     */
    record LaneSettings(
            @Min(1) int listeners,
            @Min(1) int batch,
            @Min(1) int concurrency,
            @NotNull Duration sendFor,
            @NotNull Duration receiptWithin) {}

    LaneSettings lane(Lane lane) {
        LaneSettings settings = lanes.get(lane);
        if (settings == null) {
            throw new IllegalArgumentException("sampark.dispatch.lanes: no " + lane + " (expected: every lane)");
        }
        return settings;
    }

    RetryPolicy retryPolicy() {
        return new RetryPolicy(
                refused,
                throttled,
                lanes.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, each -> each.getValue().receiptWithin())));
    }

    /** Longest time a batch of the lane takes, however slow provider and database are. */
    Duration batchAtMost(Lane lane) {
        return lane(lane).sendFor().plus(sendTimeout).plus(recordFor);
    }
}
