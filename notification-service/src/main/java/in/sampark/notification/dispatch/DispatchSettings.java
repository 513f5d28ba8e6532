package in.sampark.notification.dispatch;

import in.sampark.notification.dispatch.domain.Rate;
import in.sampark.notification.dispatch.domain.Regulation;
import in.sampark.notification.dispatch.domain.RetryPolicy;
import in.sampark.notification.message.domain.Lane;
import in.sampark.notification.provider.ProviderSettings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How messages are handed over. All times are wall time.
 *
 * @param provider who carries the messages, in order of preference
 * @param lanes every lane
 * @param sendTimeout longest time a single hand-over to one provider may take
 * @param recordFor how long recording the outcomes of a batch is tried while the database is away
 * @param refused pauses after the first, second, … refusal that may pass; the last repeats until the message expires
 * @param throttled pauses when told to slow down
 * @param heededAtMost longest pause that a provider may ask for
 * @param breaker when a provider that fails is spared
 * @param permittedHours when texts are sent that do not follow from the service itself
 */
@Validated
@ConfigurationProperties("sampark.dispatch")
record DispatchSettings(
        @NotEmpty List<@NotBlank String> provider,
        @NotEmpty Map<Lane, @Valid LaneSettings> lanes,
        @DefaultValue("14s") Duration sendTimeout,
        @DefaultValue("15s") Duration recordFor,
        @NotEmpty List<Duration> refused,
        @NotEmpty List<Duration> throttled,
        @DefaultValue("15m") Duration heededAtMost,
        @NotNull @Valid @DefaultValue BreakerSettings breaker,
        @NotNull @Valid @DefaultValue PermittedHours permittedHours) {

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

    /**
     * One provider's breaker, by the hand-overs of one instance.
     *
     * @param window hand-overs that are looked back at; a provider is spared after so many at the earliest
     * @param failures percentage of them from which on it is spared
     * @param openFor how long it is spared before it is tried again
     * @param trials how many hand-overs then show whether it is well
     */
    record BreakerSettings(
            @Min(1) @DefaultValue("50") int window,
            @Min(1) @Max(100) @DefaultValue("50") int failures,
            @NotNull @DefaultValue("15s") Duration openFor,
            @Min(1) @DefaultValue("5") int trials) {

        BreakerSettings {
            if (!openFor.isPositive()) {
                throw new IllegalArgumentException("open-for: " + openFor + " (expected: above 0)");
            }
        }
    }

    /**
     * A time of every day (Asia/Kolkata).
     *
     * @param from ISO-8601, e.g. 10:00
     * @param to not included; the same as from permits any hour
     */
    record PermittedHours(
            @DefaultValue("10:00") String from,
            @DefaultValue("21:00") String to) {

        PermittedHours {
            Objects.requireNonNull(time("from", from));
            Objects.requireNonNull(time("to", to));
        }

        Regulation regulation() {
            return Regulation.permitting(time("from", from), time("to", to));
        }

        private static LocalTime time(String name, String value) {
            try {
                return LocalTime.parse(value);
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException(
                        "permitted-hours." + name + ": " + value + " (expected: a time of the day, e.g. 10:00)", e);
            }
        }
    }

    DispatchSettings {
        if (!heededAtMost.isPositive()) {
            throw new IllegalArgumentException(
                    "sampark.dispatch.heeded-at-most: " + heededAtMost + " (expected: above 0)");
        }
        if (Set.copyOf(provider).size() < provider.size()) {
            throw new IllegalArgumentException(
                    "sampark.dispatch.provider: " + provider + " (expected: each of them once)");
        }
    }

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
                heededAtMost,
                lanes.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, each -> each.getValue().receiptWithin())));
    }

    /** Longest time a batch of the lane takes, however slow providers and database are. At each provider with a rate a message may wait for its turn. */
    Duration batchAtMost(Lane lane, ProviderSettings rates) {
        long rated = provider.stream()
                .flatMap(name -> rates.find(name).stream())
                .filter(one -> one.rate() != null)
                .count();
        return lane(lane)
                .sendFor()
                .plus(Rate.FAR.multipliedBy(rated))
                .plus(sendTimeout.multipliedBy(provider.size()))
                .plus(recordFor);
    }
}
