package in.sampark.notification.outage.messaging;

import in.sampark.contract.utility.Outage;
import in.sampark.contract.utility.OutageLevel;
import in.sampark.contract.utility.OutageStage;
import in.sampark.contract.utility.OutageWords;
import in.sampark.notification.fanout.domain.Extent;
import in.sampark.notification.fanout.domain.Level;
import in.sampark.notification.outage.domain.OutageRevision;
import in.sampark.notification.outage.domain.Stage;
import in.sampark.notification.outage.domain.Words;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Outages as their topic has them. */
final class OutageMapper {

    private OutageMapper() {}

    /**
     * The revision a record reports.
     *
     * @throws IllegalArgumentException when it cannot be told to anybody; the message says why
     */
    static OutageRevision revision(Outage outage) {
        return new OutageRevision(
                outage.getOutageId(),
                outage.getRevision(),
                outage.getEventId(),
                outage.getOccurredAt(),
                outage.getDiscom(),
                stage(outage.getStage()),
                extent(outage),
                outage.getFromAt(),
                outage.getExpectedRestorationAt(),
                outage.getRestoredAt(),
                words(outage.getWords()));
    }

    private static Stage stage(OutageStage stage) {
        return switch (stage) {
            case SCHEDULED -> Stage.SCHEDULED;
            case STARTED -> Stage.STARTED;
            case REVISED -> Stage.REVISED;
            case RESTORED -> Stage.RESTORED;
            case CANCELLED -> Stage.CANCELLED;
            case UNKNOWN ->
                throw new IllegalArgumentException(
                        "stage: UNKNOWN (expected: SCHEDULED, STARTED, REVISED, RESTORED or CANCELLED)");
        };
    }

    /** No consumer hangs on a transmission line itself, and what does may be fed from elsewhere. */
    private static @Nullable Extent extent(Outage outage) {
        if (outage.getLevel() != OutageLevel.TRANSMISSION_LINE) {
            return new Extent(level(outage.getLevel()), outage.getAssets());
        }
        OutageLevel down = outage.getTakesDownLevel();
        return down == null ? null : new Extent(level(down), outage.getTakesDown());
    }

    private static Level level(OutageLevel level) {
        return switch (level) {
            case AREA -> Level.AREA;
            case SUBSTATION -> Level.SUBSTATION;
            case FEEDER -> Level.FEEDER;
            case DT -> Level.DT;
            case TRANSMISSION_LINE, UNKNOWN ->
                throw new IllegalArgumentException(
                        "level: " + level + " (expected: AREA, SUBSTATION, FEEDER, DT or TRANSMISSION_LINE)");
        };
    }

    private static Map<String, Words> words(Map<String, OutageWords> words) {
        var mapped = new HashMap<String, Words>();
        words.forEach((language, one) -> {
            try {
                mapped.put(language, new Words(one.getPlace(), one.getReason()));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("words." + language + "." + e.getMessage(), e);
            }
        });
        return mapped;
    }
}
