package in.sampark.meter.usage.domain;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.meter.Books;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MonthSoFarTest {

    @Test
    void asManyDaysAreComparedAsArePosted() {
        MonthSoFar month = MonthSoFar.on(LocalDate.of(2026, 3, 4), days("2026-02-01", 30));

        assertThat(month.thisMonth())
                .isEqualTo(new Span(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 2), 2, 2_000, 260));
        assertThat(month.sameDaysOfLastMonth())
                .isEqualTo(new Span(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 2), 2, 2_000, 260));
        assertThat(month.lastMonth())
                .isEqualTo(new Span(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 28), 28, 28_000, 3_640));
    }

    @Test
    void ofAShorterMonthAllDaysAreCompared() {
        assertThat(MonthSoFar.on(LocalDate.of(2026, 3, 31), days("2026-02-01", 58))
                        .sameDaysOfLastMonth()
                        .to())
                .isEqualTo(LocalDate.of(2026, 2, 28));
    }

    @Test
    void beforeTheFirstDayIsPostedTheMonthHasNothing() {
        MonthSoFar month = MonthSoFar.on(LocalDate.of(2026, 3, 1), days("2026-02-01", 27));

        assertThat(month.thisMonth()).isEqualTo(new Span(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 1), 0, 0, 0));
        assertThat(month.lastMonth().days()).isEqualTo(27);
    }

    /** A kilowatt-hour a day for 130 paise. */
    private static List<DayUsage> days(String from, int count) {
        return Stream.iterate(LocalDate.parse(from), day -> day.plusDays(1))
                .limit(count)
                .map(day -> new DayUsage(day, 1_000, Books.charge(100, 20, 10)))
                .toList();
    }
}
