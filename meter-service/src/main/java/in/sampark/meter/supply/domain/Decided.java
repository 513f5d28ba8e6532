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

    /**
     * Whether a move of the switch ended an order that had been carried out. It is the last word then: who was cut off would else only hear that they
     * will not be.
     */
    public boolean withdrawnBy(Switched moved) {
        return moved.on()
                && moved.cause() == SwitchCause.DUES
                && !acts.isEmpty()
                && acts.stream().allMatch(Decision.Withdraw.class::isInstance);
    }

    /** Whether it is cut off for a prepaid debt, and a payment has to restore it. */
    public boolean waitsForPayment(Standing standing) {
        return supply.line().state() == Line.State.CUT
                && supply.restorable(standing)
                && (rest.because() == Decision.Because.PAYMENT || rest.because() == Decision.Because.NO_RULES);
    }
}
