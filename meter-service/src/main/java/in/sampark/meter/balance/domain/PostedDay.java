package in.sampark.meter.balance.domain;

import in.sampark.meter.tariff.domain.Charge;

/**
 * A day as the ledger has it, adjustments included.
 *
 * @param wh energy in watt-hours
 * @param charge what it was charged
 */
public record PostedDay(long wh, Charge charge) {

    static final PostedDay NOTHING = new PostedDay(0, Charge.NONE);

    PostedDay and(long moreWh, Charge more) {
        return new PostedDay(Math.addExact(wh, moreWh), charge.plus(more));
    }
}
