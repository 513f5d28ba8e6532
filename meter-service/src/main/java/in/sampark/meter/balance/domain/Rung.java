package in.sampark.meter.balance.domain;

/**
 * A step of the low-balance ladder.
 *
 * @param unit what the value counts
 * @param value e.g. 30 for 30 % of the last recharge
 */
public record Rung(Unit unit, long value) {

    private static final long MOST = 1_000_000_000_000L;

    /** What a rung's value counts. */
    public enum Unit {
        PERCENT_OF_LAST_RECHARGE,
        PAISE,
        DAYS_LEFT
    }

    public Rung {
        long most = unit == Unit.PERCENT_OF_LAST_RECHARGE ? 100 : unit == Unit.DAYS_LEFT ? 366 : MOST;
        if (value < 0 || value > most) {
            throw new IllegalArgumentException("rung: " + value + " " + unit + " (expected: 0 to " + most + ")");
        }
    }

    /** Whether it is the one at which nothing is left. */
    boolean atNothing() {
        return value == 0;
    }

    public static Rung percentOfLastRecharge(long value) {
        return new Rung(Unit.PERCENT_OF_LAST_RECHARGE, value);
    }

    public static Rung paise(long value) {
        return new Rung(Unit.PAISE, value);
    }

    public static Rung daysLeft(long value) {
        return new Rung(Unit.DAYS_LEFT, value);
    }
}
