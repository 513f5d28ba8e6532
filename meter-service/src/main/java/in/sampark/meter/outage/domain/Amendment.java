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
 * @param backfed all that hangs on the transmission lines is fed from elsewhere
 */
public record Amendment(
        long revision,
        Stage stage,
        @Nullable Level level,
        @Nullable List<String> assets,
        @Nullable Extent takesDown,
        boolean backfed,
        @Nullable Instant fromAt,
        @Nullable Instant expectedRestorationAt,
        @Nullable Instant restoredAt,
        @Nullable Map<String, Words> words) {

    /** That the outage will not take place. */
    public static Amendment cancelling(KnownOutage outage) {
        return new Amendment(outage.revision(), Stage.CANCELLED, null, null, null, false, null, null, null, null);
    }

    /** The outage's next revision. What happens without a time given happens now; what starts as planned keeps its planned time. */
    public Report report(KnownOutage outage, Instant now) {
        Report last = outage.last();
        Level of = given(level, last.level());
        return new Report(
                last.outageId(),
                last.discom(),
                revision + 1,
                stage,
                of,
                given(assets, last.assets()),
                takesDown(of, last),
                times(last.times(), now),
                given(words, last.words()),
                now,
                last.noticeId());
    }

    /** What went off with lines is said no longer of an outage of something else. */
    private @Nullable Extent takesDown(Level of, Report last) {
        return takesDown != null || backfed || of != Level.TRANSMISSION_LINE ? takesDown : last.takesDown();
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
