package in.sampark.meter.supply;

import in.sampark.meter.supply.domain.Decision;
import in.sampark.meter.supply.domain.Offer;
import in.sampark.meter.supply.domain.Reconnection.Way;
import in.sampark.meter.supply.domain.Standing;
import in.sampark.meter.supply.domain.Supply;
import java.util.List;

/**
 * A connection's supply as staff are shown it.
 *
 * @param areaPath where it is
 * @param rest what it waits for
 * @param ways payments that restore supply or avert a cut, the least first
 * @param offers payments worth naming, the least first
 */
public record Shown(
        String areaPath, Supply supply, Standing standing, Decision.Rest rest, List<Way> ways, List<Offer> offers) {

    /** The least payment that restores supply or averts a cut; 0 when none is needed. */
    public long amountNeededPaise() {
        return ways.isEmpty() ? 0 : ways.getFirst().paise();
    }
}
