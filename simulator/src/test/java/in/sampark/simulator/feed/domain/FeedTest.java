package in.sampark.simulator.feed.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.sampark.simulator.feed.csv.MeterFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FeedTest {

    private static final Path METERS = Path.of("../data/meters");
    private static final List<DailyEnergy> ROWS = new MeterFile(METERS.resolve("ceew-mathura-daily.csv")).rows();
    private static final Feed FIRST_92_DAYS = Feed.of(ROWS, new Days.First(92), "DVVNL");
    private static final Feed WHOLE_FILE = Feed.of(ROWS, new Days.All(), "DVVNL");

    @Test
    void first92DaysEqualTheStorysKnownAnswers() {
        assertThat(FIRST_92_DAYS.meters()).hasSize(38);
        assertThat(readings(FIRST_92_DAYS)).isEqualTo(2_854);
        assertThat(wattHours(FIRST_92_DAYS)).isEqualTo(36_278_647);
        assertThat(payments(FIRST_92_DAYS)).isEqualTo(143);
    }

    @Test
    void wholeFileEqualsTheStorysKnownAnswers() {
        assertThat(WHOLE_FILE.meters()).hasSize(38);
        assertThat(readings(WHOLE_FILE)).isEqualTo(16_491);
        assertThat(wattHours(WHOLE_FILE)).isEqualTo(134_525_797);
        assertThat(payments(WHOLE_FILE)).isEqualTo(991);
    }

    @Test
    void mayOfTheFirstMeterEqualsTheStorysTable() throws IOException {
        Map<LocalDate, Long> table = Pattern.compile("^\\| (2019-05-\\d\\d) \\| \\d+ \\| (\\d+) ", Pattern.MULTILINE)
                .matcher(Files.readString(METERS.resolve("STORY.md")))
                .results()
                .collect(Collectors.toMap(row -> LocalDate.parse(row.group(1)), row -> Long.valueOf(row.group(2))));

        assertThat(table).hasSize(31);
        assertThat(FIRST_92_DAYS.meters().getFirst().registersWh()).containsAllEntriesOf(table);
    }

    @Test
    void registersAreTheExactSumSoFarRoundedHalfUp() {
        Meter meter = only(row("M1", "2019-05-01", "0.0005"), row("M1", "2019-05-02", "0.0009999999999"));

        assertThat(meter.registersWh().values()).containsExactly(1L, 1L);
    }

    @Test
    void registerIsStampedAtTheMidnightThatEndsItsDay() {
        Feed feed = feed(row("M1", "2019-05-01", "1.5"));

        assertThat(feed.registersOf(LocalDate.parse("2019-05-01")))
                .containsExactly(new Register(feed.meters().getFirst(), Instant.parse("2019-05-01T18:30:00Z"), 1_500));
    }

    @Test
    void dayWithoutRowHasNoRegisterButMayHaveItsRecharge() {
        Feed feed = feed(row("M1", "2019-05-01", "1"), row("M1", "2019-05-30", "1"));

        assertThat(feed.registersOf(LocalDate.parse("2019-05-26"))).isEmpty();
        assertThat(feed.paymentsOf(LocalDate.parse("2019-05-26")))
                .containsExactly(new Payment(feed.meters().getFirst(), Instant.parse("2019-05-26T06:30:00Z"), 100_000));
    }

    @Test
    void lastDayIsRechargedAndLaterOnesAreNot() {
        Feed feed = feed(row("M1", "2019-05-01", "1"), row("M1", "2019-05-26", "1"));

        assertThat(feed.paymentsOf(LocalDate.parse("2019-05-26"))).hasSize(1);
        assertThat(feed.paymentsOf(LocalDate.parse("2019-06-20"))).isEmpty();
        assertThat(feed.paymentsOf(LocalDate.parse("2019-04-06"))).isEmpty();
    }

    @Test
    void daysAreCountedFromTheEarliestRowOfAllMeters() {
        Feed feed = Feed.of(
                List.of(
                        row("M1", "2019-05-03", "1"),
                        row("M2", "2019-05-01", "1"),
                        row("M2", "2019-05-02", "2"),
                        row("M2", "2019-05-03", "4"),
                        row("M3", "2019-05-02", "8")),
                new Days.First(2),
                "DVVNL");

        assertThat(feed.firstDay()).isEqualTo("2019-05-01");
        assertThat(feed.meters()).extracting(Meter::id).containsExactly("M2", "M3");
        assertThat(feed.meters().getFirst().lastDay()).isEqualTo("2019-05-02");
    }

    @Test
    void accountNumbersFollowFirstAppearanceInTheWholeFile() {
        Feed feed = Feed.of(
                List.of(row("M1", "2019-05-09", "1"), row("M2", "2019-05-01", "1")), new Days.First(1), "PVVNL");

        assertThat(feed.meters())
                .extracting(Meter::connection)
                .containsExactly(new Meter.Connection("PVVNL:7010000002", "PVVNL", "7010000002"));
    }

    @Test
    void daysAreANumberOrAll() {
        assertThat(Days.parse("all")).isEqualTo(new Days.All());
        assertThat(Days.parse("92")).isEqualTo(new Days.First(92));
        assertThatThrownBy(() -> Days.parse("0")).hasMessage("days: '0' (expected: all, or a number from 1 to 999999)");
    }

    private static long readings(Feed feed) {
        return calendar().mapToLong(day -> feed.registersOf(day).size()).sum();
    }

    private static long payments(Feed feed) {
        return calendar().mapToLong(day -> feed.paymentsOf(day).size()).sum();
    }

    private static long wattHours(Feed feed) {
        return feed.meters().stream()
                .mapToLong(meter -> meter.registersWh().lastEntry().getValue())
                .sum();
    }

    private static Stream<LocalDate> calendar() {
        return LocalDate.parse("2019-04-01").datesUntil(LocalDate.parse("2021-04-01"));
    }

    private static Meter only(DailyEnergy... rows) {
        return feed(rows).meters().getFirst();
    }

    private static Feed feed(DailyEnergy... rows) {
        return Feed.of(List.of(rows), new Days.All(), "DVVNL");
    }

    private static DailyEnergy row(String meter, String day, String kwh) {
        return new DailyEnergy(meter, LocalDate.parse(day), new BigDecimal(kwh));
    }
}
