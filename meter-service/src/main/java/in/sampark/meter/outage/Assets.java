package in.sampark.meter.outage;

import in.sampark.meter.outage.domain.Level;
import java.util.List;
import reactor.core.publisher.Mono;

/** What the assets of the network feed, by the connections known. */
public interface Assets {

    /** The first of the company's assets that feeds nothing in the area, or something outside it; empty when all are of the area. */
    Mono<String> firstNotOf(String discom, String areaPath, Level level, List<String> assets);
}
