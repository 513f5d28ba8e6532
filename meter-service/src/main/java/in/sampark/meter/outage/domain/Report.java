package in.sampark.meter.outage.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One revision of an outage as it was said, right or wrong.
 *
 * @param outageId {@code <discom>:<number>}
 * @param assets codes as in the canonical connection, area paths for an area, names of transmission lines
 * @param takesDown what goes off with transmission lines; null on any other level, and when nothing does
 * @param words by language
 * @param reportedAt when it was said
 * @param noticeId {@code <discom>:<number>} of the notice that announced it; null when none did
 */
public record Report(
        String outageId,
        String discom,
        long revision,
        Stage stage,
        Level level,
        List<String> assets,
        @Nullable Extent takesDown,
        Times times,
        Map<String, Words> words,
        Instant reportedAt,
        @Nullable String noticeId) {

    public Report {
        assets = List.copyOf(assets);
        words = Map.copyOf(words);
    }

    /** Whether all that the other cuts off is cut off here too, as it is named. */
    public boolean reaches(Report other) {
        Extent theirs = other.cutsOff().orElse(null);
        Extent ours = cutsOff().orElse(null);
        return theirs == null ? ours == null : ours != null && ours.names(theirs);
    }

    /** What is without supply; nothing when all that hangs on transmission lines is fed from elsewhere. */
    public Optional<Extent> cutsOff() {
        return level == Level.TRANSMISSION_LINE
                ? Optional.ofNullable(takesDown)
                : Optional.of(new Extent(level, assets));
    }
}
