package in.sampark.meter.reading.web;

import in.sampark.meter.reading.DoubtedReadingList.Listed;
import in.sampark.meter.reading.DoubtedReadings.Standing;
import in.sampark.meter.reading.domain.Moment;
import in.sampark.meter.reading.domain.Quality;
import in.sampark.meter.reading.domain.Reading;
import in.sampark.meter.reading.domain.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A doubted reading as staff see it. Energy in watt-hours.
 *
 * @param explanation what spoke against it when it came
 * @param settledBy absent unless somebody settled it
 */
record DoubtedReadingView(
        long id,
        String connectionId,
        String areaPath,
        Instant registerAt,
        long registerWh,
        @Nullable String meterNo,
        Moment moment,
        Quality quality,
        Reason reason,
        String explanation,
        Instant receivedAt,
        Standing standing,
        @Nullable Instant settledAt,
        @Nullable String settledBy,
        @Nullable String settledWhy) {

    static DoubtedReadingView of(Listed listed) {
        Reading reading = listed.doubt().asked().reading();
        return new DoubtedReadingView(
                listed.doubt().id(),
                listed.doubt().asked().connectionId(),
                listed.areaPath(),
                reading.readAt(),
                reading.wh(),
                reading.meterNo(),
                reading.moment(),
                reading.quality(),
                listed.doubt().reason(),
                listed.explanation(),
                listed.doubt().asked().receivedAt(),
                listed.standing(),
                listed.settledAt(),
                listed.settledBy(),
                listed.settledWhy());
    }
}
