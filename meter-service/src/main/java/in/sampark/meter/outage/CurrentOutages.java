package in.sampark.meter.outage;

import in.sampark.meter.outage.domain.KnownOutage;
import java.util.List;
import reactor.core.publisher.Mono;

/** The outages as they are shown: to a whole company all of its own, below it those that cut off something of the area. */
public interface CurrentOutages {

    /** The outage, over or not. */
    Mono<KnownOutage> of(String id, String discom, String areaPath);

    /** Those scheduled or started, by id. @param after id to go on after */
    Mono<List<KnownOutage>> in(String discom, String areaPath, String after, int atMost);
}
