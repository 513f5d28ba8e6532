package in.sampark.meter.balance.domain;

/**
 * A rung where it stands for an account: crossed by a balance of at most so many hundredths of a paisa, without any rounding.
 *
 * @param hundredths of a paisa
 */
record Step(Rung rung, long hundredths) implements Comparable<Step> {

    /** How a balance stands to the rung. */
    boolean atOrAbove(long availablePaise) {
        return Math.multiplyExact(availablePaise, 100) <= hundredths;
    }

    /** By the money that is left; where that is the same, by the value. */
    @Override
    public int compareTo(Step other) {
        int byMoney = Long.compare(hundredths, other.hundredths);
        return byMoney == 0 ? Long.compare(rung.value(), other.rung.value()) : byMoney;
    }
}
