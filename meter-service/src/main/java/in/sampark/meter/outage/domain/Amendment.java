package in.sampark.meter.outage.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the control room changes of an outage; null stays as it is.
 *
 * @param revision the one it was made from
 */
public record Amendment(
        long revision,
        Stage stage,
        @Nullable Level level,
        @Nullable List<String> assets,
        @Nullable Instant fromAt,
        @Nullable Instant expectedRestorationAt,
        @Nullable Instant restoredAt,
        @Nullable Map<String, Words> words) {

    /** The outage's next revision. What happens without a time given happens now; what starts as planned keeps its planned time. */
    public Report report(KnownOutage outage, Instant now) {
        Report last = outage.last();
        return new Report(
                last.outageId(),
                last.discom(),
                revision + 1,
                stage,
                given(level, last.level()),
                given(assets, last.assets()),
                times(last.times(), now),
                given(words, last.words()),
                now);
    }

    private Times times(Times last, Instant now) {
        boolean startsEarly = stage == Stage.STARTED && last.fromAt().isAfter(now);
        Instant restored = stage == Stage.RESTORED && restoredAt == null ? now : restoredAt;
        return new Times(
                given(fromAt, startsEarly ? now : last.fromAt()),
                expectedRestorationAt == null ? last.expectedRestorationAt() : expectedRestorationAt,
                restored);
    }

    private static <T> T given(@Nullable T value, T otherwise) {
        return Objects.requireNonNullElse(value, otherwise);
    }
}
