package in.sampark.meter.outage;

import in.sampark.meter.outage.domain.KnownOutage;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** The outages as they are shown: to a whole company all of its own, below it those that cut off something of the area. */
public interface CurrentOutages {

    /** The outage, over or not. */
    Mono<KnownOutage> of(String id, String discom, String areaPath);

    /**
     * Those scheduled or started, by id.
     *
     * @param lapsed instead those that were planned, and whose time has passed without a word of them
     * @param after id to go on after
     */
    Mono<List<KnownOutage>> in(String discom, String areaPath, boolean lapsed, Instant now, String after, int atMost);

    /** Those that a notice announced, over or not, by time. */
    Mono<List<KnownOutage>> ofNotice(String noticeId, String discom, String areaPath);
}
