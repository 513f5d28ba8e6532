package in.sampark.meter.reading;

import in.sampark.meter.reading.DoubtedReadings.Open;
import in.sampark.meter.reading.DoubtedReadings.Standing;
import in.sampark.meter.reading.domain.Reason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Doubted readings, for people to look through. */
public interface DoubtedReadingList {

    /**
     * A doubted reading, open or settled.
     *
     * @param areaPath where its connection is
     * @param explanation what speaks against it
     * @param settledAt null while it is open
     * @param settledBy null unless somebody settled it
     * @param settledWhy null unless somebody settled it
     */
    record Listed(
            Open doubt,
            String areaPath,
            String explanation,
            Standing standing,
            @Nullable Instant settledAt,
            @Nullable String settledBy,
            @Nullable String settledWhy) {}

    /**
     * Which ones are looked for.
     *
     * @param connectionId null for all
     * @param reason null for all
     * @param afterId the last one seen
     */
    record Question(
            String areaPath,
            @Nullable String connectionId,
            @Nullable Reason reason,
            Standing standing,
            long afterId) {}

    /** Those of an area, in the order they came. */
    Mono<List<Listed>> find(Question question, int atMost);

    /** Empty when there is none. */
    Mono<Listed> of(long id);
}
