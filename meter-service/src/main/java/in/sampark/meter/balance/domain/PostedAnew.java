package in.sampark.meter.balance.domain;

import in.sampark.meter.tariff.domain.Charge;
import in.sampark.meter.tariff.domain.MonthBehind;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Prices posted days by all that is known now. Asked in order, it goes through each month once. */
final class PostedAnew {

    private final Pricing pricing;
    private final PostedDays days;
    private final Terms terms;

    /** The first day that is not in the month so far. */
    private @Nullable LocalDate next;

    private MonthBehind month = MonthBehind.NOTHING;

    /** @param terms the account's; those of days behind stand in the days */
    PostedAnew(Pricing pricing, PostedDays days, Terms terms) {
        this.pricing = pricing;
        this.days = days;
        this.terms = terms;
    }

    /** What a day costs that is among them. */
    Charge on(LocalDate day) {
        LocalDate first = days.plan(day, terms).monthOf(day);
        if (next == null || !next.isAfter(first) || next.isAfter(day)) {
            next = first;
            month = MonthBehind.NOTHING;
        }
        days.days().subMap(next, day).forEach((behind, posted) -> month = leave(behind, posted.wh()));
        next = day.plusDays(1);
        if (terms.afterSupply(day)) return Charge.NONE;
        Priced priced =
                pricing.ofDay(days.plan(day, terms), day, month, days.on(day).wh());
        month = priced.month();
        return priced.charge();
    }

    /** What the month of the day asked for last comes to through that day. */
    MonthBehind month() {
        return month;
    }

    private MonthBehind leave(LocalDate day, long wh) {
        return terms.afterSupply(day) ? month : pricing.leave(days.plan(day, terms), day, month, wh);
    }
}
