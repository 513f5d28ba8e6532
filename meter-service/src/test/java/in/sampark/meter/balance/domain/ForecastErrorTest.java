package in.sampark.meter.balance.domain;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.meter.Books;
import in.sampark.meter.Household;
import in.sampark.meter.PaperMeter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * How far off days left are on the real households: foretold after each posted day for a balance that has come down to a sum, against the whole
 * days that sum then really lasted without a recharge. The README states these figures.
 */
class ForecastErrorTest {

    private record Error(long days, BigDecimal share) {}

    @Test
    void halfOfTheForecastsAreThisCloseOrCloser() {
        List<PaperMeter> meters = Household.allBefore(LocalDate.MAX).stream()
                .map(ForecastErrorTest::play)
                .toList();

        assertThat(median(meters, 100_000)).isEqualTo("7 days, 21 %");
        assertThat(median(meters, 30_000)).isEqualTo("2 days, 17 %");
        assertThat(median(meters, 10_000)).isEqualTo("1 days, 14 %");
    }

    private static PaperMeter play(Household household) {
        PaperMeter meter = Books.meter(household.firstDay(), household.lastDay());
        household.registers().forEach(register -> meter.read(register, register.at()));
        meter.post(household.lastDay());
        return meter;
    }

    private static String median(List<PaperMeter> meters, long balance) {
        List<Error> errors = new ArrayList<>();
        meters.forEach(meter -> errors.addAll(errors(charges(meter), balance)));
        Error middle = new Error(
                median(errors.stream()
                                .map(error -> BigDecimal.valueOf(error.days()))
                                .toList())
                        .longValueExact(),
                median(errors.stream().map(Error::share).toList()));
        return middle.days() + " days, " + middle.share().movePointRight(2).setScale(0, RoundingMode.HALF_UP) + " %";
    }

    private static List<Error> errors(long[] charges, long balance) {
        List<Error> errors = new ArrayList<>();
        Forecast forecast = Forecast.NONE;
        for (int day = 0; day < charges.length; day++) {
            forecast = forecast.and(Books.charge(charges[day], 0, 0), 0, 7);
            OptionalInt actual = lasts(charges, day + 1, balance);
            OptionalInt foretold = forecast.daysLeft(balance);
            if (actual.isEmpty() || foretold.isEmpty()) continue;
            long off = Math.abs(foretold.getAsInt() - actual.getAsInt());
            errors.add(new Error(
                    off,
                    BigDecimal.valueOf(off)
                            .divide(BigDecimal.valueOf(Math.max(1, actual.getAsInt())), 6, RoundingMode.HALF_UP)));
        }
        return errors;
    }

    /** Whole days the balance lasts from a day on; empty when the data end before it does. */
    private static OptionalInt lasts(long[] charges, int from, long balance) {
        long left = balance;
        for (int day = from; day < charges.length; day++) {
            left -= charges[day];
            if (left < 0) return OptionalInt.of(day - from);
        }
        return OptionalInt.empty();
    }

    private static long[] charges(PaperMeter meter) {
        return meter.chargeByDay().values().stream()
                .flatMapToLong(charge -> LongStream.of(charge.totalPaise()))
                .toArray();
    }

    private static BigDecimal median(List<BigDecimal> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
