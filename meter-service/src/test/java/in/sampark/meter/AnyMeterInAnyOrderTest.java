package in.sampark.meter;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.meter.balance.domain.Midnight;
import in.sampark.meter.balance.domain.Register;
import in.sampark.meter.reading.domain.Moment;
import in.sampark.meter.reading.domain.Quality;
import in.sampark.meter.reading.domain.Reading;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Meters that roll over and are changed, some after they burnt: whatever the interval, and however late, shuffled and repeated their readings come, every
 * day has the energy that was used in it, and nothing stays doubted.
 */
class AnyMeterInAnyOrderTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 6, 20);
    private static final LocalDate LAST = FIRST.plusDays(17);
    private static final long MODULUS = 1_000_000_000;
    private static final Duration LATEST = Duration.ofDays(30);

    private record Event(Instant at, Runnable what) {}

    /** The readings of a connection's meters, and what was used by day. */
    private static final class Life {

        final List<Reading> readings = new ArrayList<>();
        final SortedMap<LocalDate, Long> used = new TreeMap<>();
        private final Random random;
        private final Duration interval;
        private @Nullable String meterNo;
        private long register;
        private Instant at = Midnight.starting(FIRST);

        Life(Random random, Duration interval) {
            this.random = random;
            this.interval = interval;
            FIRST.datesUntil(LAST.plusDays(1)).forEach(day -> used.put(day, 0L));
            boolean named = random.nextBoolean();
            putUp(named ? "M-1" : null, MODULUS - 1 - random.nextLong(200_000));
            while (at.isBefore(Midnight.ending(LAST).minus(interval.multipliedBy(2)))) {
                goOn();
                if (random.nextInt(40) == 0) change(named ? "M-" + at : null);
                else say(Moment.REGULAR, Quality.MEASURED, register);
            }
        }

        private void goOn() {
            at = at.plus(interval);
            long wh = random.nextInt(5) == 0 ? 0 : random.nextLong(2_000 * interval.toMinutes() / 60);
            register = (register + wh) % MODULUS;
            used.merge(Midnight.dayClosedBy(at), wh, Long::sum);
        }

        private void change(@Nullable String next) {
            if (random.nextBoolean()) say(Moment.CLOSING, Quality.ESTIMATED, random.nextLong(MODULUS));
            say(Moment.CLOSING, Quality.MEASURED, register);
            if (random.nextBoolean()) at = at.plus(interval.dividedBy(3));
            putUp(next, random.nextBoolean() ? 0 : random.nextLong(MODULUS));
        }

        private void putUp(@Nullable String next, long wh) {
            meterNo = next;
            register = wh;
            say(Moment.OPENING, Quality.MEASURED, wh);
        }

        private void say(Moment moment, Quality quality, long wh) {
            readings.add(Reading.sent(new Register(at, wh, meterNo), moment, quality));
        }
    }

    @ParameterizedTest
    @CsvSource({"PT30M, 1", "PT30M, 2", "PT1H, 3", "PT1H, 4", "PT1H, 5", "PT24H, 6", "PT24H, 7", "PT24H, 8", "PT24H, 9"
    })
    void everyDayHasItsEnergy(String interval, long seed) {
        Random random = new Random(seed);
        Life life = new Life(random, Duration.parse(interval));

        PaperMeter inOrder = play(life, random, Duration.ZERO, 1);
        PaperMeter shuffled = play(life, random, LATEST, 2);

        assertThat(inOrder.whByDay()).isEqualTo(life.used);
        assertThat(shuffled.whByDay()).isEqualTo(life.used);
        assertThat(shuffled.chargeByDay()).isEqualTo(inOrder.chargeByDay());
        assertThat(shuffled.balancePaise()).isEqualTo(inOrder.balancePaise());
        assertThat(shuffled.account().posted()).isEqualTo(inOrder.account().posted());
        assertThat(shuffled.account().lastReading()).isEqualTo(inOrder.account().lastReading());
        assertThat(shuffled.refusals()).isEmpty();
        assertThat(shuffled.doubted()).isEmpty();
        assertThat(shuffled.ledger())
                .extracting(entry -> entry.day() + " " + entry.kind() + " " + entry.cause())
                .doesNotHaveDuplicates();
    }

    private static PaperMeter play(Life life, Random random, Duration latest, int times) {
        PaperMeter meter = Books.meter(FIRST, LAST);
        List<Event> events = new ArrayList<>();
        for (int time = 0; time < times; time++) {
            for (Reading reading : life.readings) {
                Instant arrival =
                        latest.isZero() ? reading.at() : reading.at().plusSeconds(random.nextLong(latest.toSeconds()));
                events.add(new Event(arrival, () -> meter.read(reading, arrival)));
            }
        }
        FIRST.datesUntil(LAST.plusDays(1)).forEach(day -> {
            Instant posting = Midnight.ending(day).plus(Duration.ofMinutes(30));
            events.add(new Event(posting, () -> meter.post(day)));
        });
        events.sort(Comparator.comparing(Event::at));
        events.forEach(event -> event.what().run());
        return meter;
    }
}
