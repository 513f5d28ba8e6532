package in.sampark.meter.tariff.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * What a category pays from a day on.
 *
 * @param category the connection's tariff category, e.g. LMV-1-URBAN
 * @param from first local day it holds for; it holds until the category's next one
 * @param rules in the order they apply
 */
public record Tariff(String category, LocalDate from, List<Rule> rules) {

    public Tariff {
        rules = List.copyOf(rules);
    }

    /** What the month costs so far. */
    public Charge price(MonthToDate month) {
        return Rule.all(rules, month);
    }

    /** What comes to the cost of the days behind. */
    public Charge priceSinceBegun(MonthToDate month) {
        return price(month).minus(price(month.begun()));
    }

    /** What the month leaves to the days that follow. */
    public MonthBehind leave(MonthToDate month) {
        MonthBehind left = month.behind().withWh(month.wh());
        for (Rule rule : rules) left = rule.leave(month, left);
        return left;
    }
}
