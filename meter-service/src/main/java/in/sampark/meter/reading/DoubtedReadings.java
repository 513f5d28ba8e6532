package in.sampark.meter.reading;

import in.sampark.meter.reading.domain.Judgement.Doubted;
import in.sampark.meter.reading.domain.Reading;
import in.sampark.meter.reading.domain.Reason;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Readings that other registers speak against. All methods join the caller's transaction. */
public interface DoubtedReadings {

    /** A reading and what speaks against it. */
    record Doubtful(Asked asked, Doubted doubt) {}

    /** One whose doubt is open. */
    record Open(long id, Asked asked, Reason reason) {}

    /** How a doubt stands. */
    enum Standing {
        OPEN,
        /** Believed when it was judged anew. */
        ACCEPTED,
        /** A better register of its time is on record. */
        SUPERSEDED,
        /** Somebody stands for it. */
        RELEASED,
        /** Somebody knows that it is wrong. */
        DISCARDED
    }

    /** A doubt that ended when its reading was judged anew. */
    record Settlement(long id, Standing standing) {}

    /**
     * A doubt that somebody ends.
     *
     * @param by who
     * @param why in their words
     */
    record Ruling(long id, Standing standing, String by, String why) {}

    /** Keeps those that are not kept already, open or settled; answers with the reasons of these. */
    Mono<List<Reason>> keep(List<Doubtful> doubtful, Instant receivedAt);

    /** The open ones of the connections, by connection and time. */
    Mono<List<Open>> open(Collection<String> connectionIds);

    /** Empty when it is not open any more. It stays locked until the transaction ends. */
    Mono<Open> open(long id);

    /** Those discarded, by connection. */
    Mono<Map<String, Set<Reading>>> discarded(Collection<String> connectionIds);

    /** Ends doubts that nobody had to look at. */
    Mono<Void> settle(List<Settlement> settled, Instant at);

    /** Deletes those read before a time. */
    Mono<Void> forget(Instant readBefore);

    /** Ends a doubt that is open. */
    Mono<Void> rule(Ruling ruling, Instant at);
}
