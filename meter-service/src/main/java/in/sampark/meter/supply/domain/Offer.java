package in.sampark.meter.supply.domain;

import in.sampark.meter.balance.domain.Forecast;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.LongUnaryOperator;

/**
 * A payment, and what it buys.
 *
 * @param paise how much
 * @param days of supply that it buys; empty when it is not known what a day costs
 * @param clears whether nothing is owed after it; else the rest has to be paid within those days
 */
public record Offer(long paise, OptionalInt days, boolean clears) {

    /**
     * The payments worth naming, the least first.
     *
     * @param ways those that restore supply or keep it on
     * @param availablePaise what is left
     * @param recent what days cost of late
     * @param lasting how many days a payment should last that is no emergency
     * @param toPay what has to be paid for so much to reach the balance: a part may go to arrears
     */
    public static List<Offer> of(
            List<Reconnection.Way> ways,
            long availablePaise,
            Forecast recent,
            Collection<Integer> lasting,
            LongUnaryOperator toPay) {
        List<Offer> offers = new ArrayList<>();
        ways.forEach(way -> offers.add(of(way, availablePaise, recent, toPay)));
        long least = ways.isEmpty() ? 0 : ways.getLast().paise();
        for (int days : lasting) {
            recent.paiseOf(days).stream()
                    .map(paise -> Math.subtractExact(paise, availablePaise))
                    .filter(paise -> paise > least)
                    .forEach(paise -> offers.add(new Offer(toPay.applyAsLong(paise), OptionalInt.of(days), true)));
        }
        return offers.stream().sorted(Comparator.comparingLong(Offer::paise)).toList();
    }

    private static Offer of(Reconnection.Way way, long availablePaise, Forecast recent, LongUnaryOperator toPay) {
        boolean clears = way.grace().isZero();
        return new Offer(
                toPay.applyAsLong(way.paise()),
                clears
                        ? recent.daysLeft(Math.addExact(availablePaise, way.paise()))
                        : OptionalInt.of((int) way.grace().toDays()),
                clears);
    }
}
