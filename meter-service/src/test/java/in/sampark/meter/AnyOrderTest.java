package in.sampark.meter;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.meter.balance.domain.LedgerEntry;
import in.sampark.meter.balance.domain.Midnight;
import in.sampark.meter.balance.domain.Register;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Readings that are late by up to five weeks, out of order and repeated, and recharges that are late too, while days are posted on time: money and
 * energy end up where they would have in order, day by day and to the paisa.
 */
class AnyOrderTest {

    private static final LocalDate END = LocalDate.of(2019, 8, 1);
    private static final Duration LATEST = Duration.ofDays(34);

    private record Event(Instant at, Runnable what) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 300, 4_000, 50_000})
    void moneyAndEnergyEndUpWhereTheyBelong(long seed) {
        Random random = new Random(seed);
        for (Household household : Household.allBefore(END)) {
            PaperMeter inOrder = play(household, random, Duration.ZERO, 1);
            PaperMeter shuffled = play(household, random, LATEST, 3);

            assertThat(shuffled.refusals()).isEmpty();
            assertThat(shuffled.chargeByDay()).isEqualTo(inOrder.chargeByDay());
            assertThat(shuffled.whByDay()).isEqualTo(inOrder.whByDay());
            assertThat(shuffled.balancePaise()).isEqualTo(inOrder.balancePaise());
            assertThat(shuffled.account().posted()).isEqualTo(inOrder.account().posted());
            assertThat(shuffled.account().posted().paise()).isEqualTo(shuffled.balancePaise());
            assertThat(shuffled.account().lastReading())
                    .isEqualTo(inOrder.account().lastReading());
            assertThat(shuffled.account().lastRecharge())
                    .isEqualTo(inOrder.account().lastRecharge());
            assertThat(shuffled.account().openWh()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8})
    void daysPostedBeforeTheirReadingsAreAdjusted(long seed) {
        Household household = Household.allBefore(END).getFirst();
        PaperMeter shuffled = play(household, new Random(seed), LATEST, 1);

        assertThat(shuffled.ledger()).anyMatch(entry -> entry.kind() == LedgerEntry.Kind.ADJUSTMENT);
        assertThat(shuffled.ledger()).doesNotHaveDuplicates();
    }

    private static PaperMeter play(Household household, Random random, Duration latest, int times) {
        PaperMeter meter = Books.meter(household.firstDay(), household.lastDay());
        List<Event> events = new ArrayList<>();
        for (int time = 0; time < times; time++) {
            for (Register reading : household.registers()) {
                Instant arrival = reading.at().plus(upTo(latest, random));
                events.add(new Event(arrival, () -> meter.read(reading, arrival)));
            }
            for (Instant paidAt : household.recharges()) {
                events.add(new Event(
                        paidAt.plus(upTo(latest, random)), () -> meter.recharge("r" + paidAt, 100_000, paidAt)));
            }
        }
        household.firstDay().datesUntil(household.lastDay().plusDays(1)).forEach(day -> {
            Instant posting = Midnight.ending(day).plus(Duration.ofMinutes(30));
            events.add(new Event(posting, () -> meter.post(day)));
        });
        events.sort(Comparator.comparing(Event::at));
        events.forEach(event -> event.what().run());
        return meter;
    }

    private static Duration upTo(Duration latest, Random random) {
        return latest.isZero() ? latest : Duration.ofSeconds(random.nextLong(latest.toSeconds()));
    }
}
