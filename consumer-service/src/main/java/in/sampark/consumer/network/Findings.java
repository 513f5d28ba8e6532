package in.sampark.consumer.network;

import in.sampark.consumer.network.domain.Finding;
import reactor.core.publisher.Flux;

/** Where connections and network do not fit together. */
public interface Findings {

    /** What the connections of an area name that the network does not have, or has no longer in use. Reads all of the area. */
    Flux<Finding> within(String areaPath);
}
