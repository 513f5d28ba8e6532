package in.sampark.notification.outage.messaging;

import in.sampark.contract.meter.OutageStanding;
import in.sampark.contract.meter.RecordedOutage;
import in.sampark.contract.meter.RecordedWords;
import in.sampark.contract.meter.SupplyLevel;
import in.sampark.notification.fanout.domain.Extent;
import in.sampark.notification.fanout.domain.Level;
import in.sampark.notification.outage.domain.OutageRevision;
import in.sampark.notification.outage.domain.Standing;
import in.sampark.notification.outage.domain.Words;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Outages as their topic has them. */
final class OutageMapper {

    private OutageMapper() {}

    /**
     * The revision a record tells of.
     *
     * @throws IllegalArgumentException when it cannot be told to anybody; the message says why
     */
    static OutageRevision revision(RecordedOutage outage) {
        return new OutageRevision(
                outage.getOutageId(),
                outage.getRevision(),
                outage.getEventId(),
                outage.getOccurredAt(),
                outage.getDiscom(),
                standing(outage.getStanding()),
                extent(outage),
                outage.getFromAt(),
                outage.getExpectedRestorationAt(),
                outage.getRestoredAt(),
                words(outage.getWords()));
    }

    private static Standing standing(OutageStanding standing) {
        return switch (standing) {
            case SCHEDULED -> Standing.SCHEDULED;
            case STARTED -> Standing.STARTED;
            case RESTORED -> Standing.RESTORED;
            case CANCELLED -> Standing.CANCELLED;
            case UNKNOWN ->
                throw new IllegalArgumentException(
                        "standing: UNKNOWN (expected: SCHEDULED, STARTED, RESTORED or CANCELLED)");
        };
    }

    private static @Nullable Extent extent(RecordedOutage outage) {
        SupplyLevel level = outage.getCutsOffLevel();
        return level == null ? null : new Extent(level(level), outage.getCutsOff());
    }

    private static Level level(SupplyLevel level) {
        return switch (level) {
            case AREA -> Level.AREA;
            case SUBSTATION -> Level.SUBSTATION;
            case FEEDER -> Level.FEEDER;
            case DT -> Level.DT;
            case UNKNOWN ->
                throw new IllegalArgumentException("cutsOffLevel: UNKNOWN (expected: AREA, SUBSTATION, FEEDER or DT)");
        };
    }

    private static Map<String, Words> words(Map<String, RecordedWords> words) {
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
