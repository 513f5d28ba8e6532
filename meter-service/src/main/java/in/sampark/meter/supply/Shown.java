package in.sampark.meter.supply;

import in.sampark.meter.supply.domain.Decision;
import in.sampark.meter.supply.domain.Offer;
import in.sampark.meter.supply.domain.Standing;
import in.sampark.meter.supply.domain.Supply;
import java.util.List;

/**
 * A connection's supply as staff are shown it.
 *
 * @param areaPath where it is
 * @param rest what it waits for
 * @param amountNeededPaise the least payment that restores supply or averts a cut; 0 when none is needed
 * @param offers payments worth naming, the least first
 */
public record Shown(
        String areaPath,
        Supply supply,
        Standing standing,
        Decision.Rest rest,
        long amountNeededPaise,
        List<Offer> offers) {}
