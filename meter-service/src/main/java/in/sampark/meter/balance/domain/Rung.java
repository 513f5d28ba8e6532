package in.sampark.meter.balance.domain;

/**
 * A step of the low-balance ladder.
 *
 * @param unit what the value counts
 * @param value e.g. 30 for 30 % of the last recharge
 */
public record Rung(Unit unit, long value) {

    /** What a rung's value counts. */
    public enum Unit {
        PERCENT_OF_LAST_RECHARGE
    }

    public Rung {
        if (value < 0 || value > 100) {
            throw new IllegalArgumentException("rung: " + value + " % of the last recharge (expected: 0 to 100)");
        }
    }

    public static Rung percentOfLastRecharge(long value) {
        return new Rung(Unit.PERCENT_OF_LAST_RECHARGE, value);
    }

    /** How the available balance stands to the rung, exact to the fraction of a paisa. */
    boolean atOrAbove(long availablePaise, long lastRechargePaise) {
        return Math.multiplyExact(availablePaise, 100) <= Math.multiplyExact(value, lastRechargePaise);
    }
}
