package in.sampark.meter.supply.domain;

import java.time.Instant;

/**
 * What the head-end was told to do.
 *
 * @param at when
 * @param deadline of a cut: not to be done at this time or later; of a restoration: when it has to be done
 */
public record Order(Instant at, Instant deadline) {

    /** Whether its deadline lies ahead. */
    public boolean open(Instant now) {
        return now.isBefore(deadline);
    }

    /** Whether it was given by then, and its deadline lay ahead. */
    boolean covers(Instant time) {
        return !time.isBefore(at) && open(time);
    }
}
