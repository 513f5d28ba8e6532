package in.sampark.meter.supply;

import in.sampark.meter.balance.domain.Midnight;
import in.sampark.meter.supply.domain.Rulebook;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.IntStream;

/** What is to be said of calendars that end: in a year that they do not know nobody is cut off. */
final class MissingCalendars {

    /** So long before a year begins its holidays are public. */
    private static final int MONTHS_AHEAD = 2;

    private MissingCalendars() {}

    /** A warning for each year from today's to that of the day in two months of which a company has no holidays. */
    static List<String> on(LocalDate today, Rulebook rulebook) {
        return years(today)
                .boxed()
                .filter(year -> !rulebook.withoutCalendarOf(year).isEmpty())
                .map(year -> warning(year, rulebook.withoutCalendarOf(year)))
                .toList();
    }

    /** Of each company how many of these years are missing, as time goes on. */
    static MeterBinder gauges(Rulebook rulebook, Clock clock) {
        return registry -> rulebook.byDiscom()
                .keySet()
                .forEach(discom -> Gauge.builder(
                                "sampark.supply.calendars.missing",
                                () -> years(Midnight.dayOf(clock.instant()))
                                        .filter(year ->
                                                rulebook.withoutCalendarOf(year).contains(discom))
                                        .count())
                        .description(
                                "years up to two months from now of which no holidays are known: nobody is cut off in them")
                        .tag("discom", discom)
                        .register(registry));
    }

    private static IntStream years(LocalDate today) {
        return IntStream.rangeClosed(
                today.getYear(), today.plusMonths(MONTHS_AHEAD).getYear());
    }

    private static String warning(int year, SortedSet<String> discoms) {
        return "supply rules: no holidays of %d for %s, nobody is cut off in that year".formatted(year, discoms);
    }
}
