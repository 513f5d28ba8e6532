package in.sampark.meter.balance.domain;

import in.sampark.meter.tariff.domain.Charge;
import in.sampark.meter.tariff.domain.MonthSoFar;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Prices posted days by all that is known now. Asked in order, each day of a month is priced once. */
final class PostedAnew {

    private final Pricing pricing;
    private final PostedDays days;
    private final Terms terms;

    private @Nullable LocalDate next;
    private Priced latest = new Priced(Charge.NONE, MonthSoFar.NOTHING);

    /** @param terms the account's; those of days behind stand in the days */
    PostedAnew(Pricing pricing, PostedDays days, Terms terms) {
        this.pricing = pricing;
        this.days = days;
        this.terms = terms;
    }

    /** What a day costs that is among them, and what its month comes to. */
    Priced on(LocalDate day) {
        LocalDate first = days.plan(day, terms).monthOf(day);
        if (next == null || !next.isAfter(first) || next.isAfter(day)) {
            next = first;
            latest = new Priced(Charge.NONE, MonthSoFar.NOTHING);
        }
        days.days().subMap(next, day.plusDays(1)).forEach((each, posted) -> latest = price(each, posted.wh()));
        next = day.plusDays(1);
        return latest;
    }

    private Priced price(LocalDate day, long wh) {
        if (terms.afterSupply(day)) return new Priced(Charge.NONE, latest.month());
        return pricing.ofDay(days.plan(day, terms), day, latest.month(), wh);
    }
}
