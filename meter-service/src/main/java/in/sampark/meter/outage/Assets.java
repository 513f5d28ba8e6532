package in.sampark.meter.outage;

import in.sampark.meter.outage.domain.Extent;
import reactor.core.publisher.Mono;

/** What the assets of the network feed, by the connections known. */
public interface Assets {

    /** The first of the company's assets that feeds nothing in the area, or something outside it; empty when all are of the area. */
    Mono<String> firstNotOf(String discom, String areaPath, Extent extent);
}
