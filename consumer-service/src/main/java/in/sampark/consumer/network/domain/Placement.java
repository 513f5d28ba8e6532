package in.sampark.consumer.network.domain;

import in.sampark.consumer.connection.domain.Discrepancy;
import java.util.List;

/**
 * Where those belong who are said to be at one place.
 *
 * @param discrepancies what was said of the place and is not so by the network
 */
public record Placement(Site site, List<Discrepancy> discrepancies) {

    public Placement {
        discrepancies = List.copyOf(discrepancies);
    }
}
