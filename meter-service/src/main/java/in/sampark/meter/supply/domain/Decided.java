package in.sampark.meter.supply.domain;

import java.util.List;

/**
 * What was decided about a connection's supply.
 *
 * @param supply what it is afterwards
 * @param acts what is announced, in order
 * @param rest what it waits for now
 */
public record Decided(Supply supply, List<Decision.Act> acts, Decision.Rest rest) {

    public Decided {
        acts = List.copyOf(acts);
    }
}
