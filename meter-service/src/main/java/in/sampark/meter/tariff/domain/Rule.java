package in.sampark.meter.tariff.domain;

import java.util.List;

/** One rule of a tariff. Rules apply in order; each adds its rounded amount to what those before it arrived at. */
public interface Rule {

    /** The charge with this rule's part added, rounded half-up to the paisa. */
    Charge apply(MonthToDate month, Charge soFar);

    /** What a month leaves to the days that follow. @param left what the rules before this one say of it */
    default MonthBehind leave(MonthToDate month, MonthBehind left) {
        return left;
    }

    /** What rules arrive at, one after the other. */
    static Charge all(List<Rule> rules, MonthToDate month) {
        Charge charge = Charge.NONE;
        for (Rule rule : rules) {
            charge = rule.apply(month, charge);
        }
        return charge;
    }
}
