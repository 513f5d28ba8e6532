package in.sampark.meter.outage.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeTest {

    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");
    private static final LocalDate DAY = LocalDate.of(2025, 8, 29);
    private static final Hours MORNING = hours("10:00", "12:00");
    private static final Hours AFTERNOON = hours("14:00", "17:00");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025-08-29 | 2025-08-29 | false",
                "2025-08-29/31 | 2025-08-29 2025-08-30 2025-08-31 | true",
                "2025-08-31/09-01 | 2025-08-31 2025-09-01 | true",
                "2025-12-31/2026-01-01 | 2025-12-31 2026-01-01 | true",
                "2025-08-29, 2025-09-02/03 | 2025-08-29 2025-09-02 2025-09-03 | false"
            })
    void aDateIsADayOrDays(String printed, String days, boolean unbroken) {
        assertThat(ReadDate.of(printed))
                .isEqualTo(new PrintedDate.Days(
                        List.of(days.split(" ")).stream().map(LocalDate::parse).toList(), unbroken));
    }

    @ParameterizedTest
    @CsvSource({"--08-29, year", "--08-29/31, year", "--08-29/09-02, year", "2025-08, day"})
    void whatIsLeftOutInPrintIsNamed(String printed, String part) {
        assertThat(ReadDate.of(printed)).isEqualTo(new PrintedDate.Lacking(part));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "29 August",
                "2025-02-29",
                "2025-08-31/29",
                "2025-08-29/29",
                "2025-08-01/09-01",
                "2025-08-29,",
                "2025-09-02,2025-08-29",
                "2025-08-29/30,2025-08-30",
                "25-08-29",
                "2025-08-29/2025-08"
            })
    void whatIsNoDateIsNotGuessedAt(String printed) {
        assertThat(ReadDate.of(printed)).isEqualTo(new PrintedDate.Unreadable());
    }

    @Test
    void severalHoursOfSeveralDaysAreAWindowEach() {
        Timetable timetable = new Timetable(List.of(DAY, DAY.plusDays(1)), true, List.of(AFTERNOON, MORNING));

        assertThat(timetable.windows(INDIA))
                .containsExactly(
                        window("2025-08-29T04:30:00Z", "2025-08-29T06:30:00Z"),
                        window("2025-08-29T08:30:00Z", "2025-08-29T11:30:00Z"),
                        window("2025-08-30T04:30:00Z", "2025-08-30T06:30:00Z"),
                        window("2025-08-30T08:30:00Z", "2025-08-30T11:30:00Z"));
    }

    @Test
    void withoutABreakSeveralDaysAreOneWindow() {
        Timetable timetable = new Timetable(List.of(DAY, DAY.plusDays(1)), false, List.of(MORNING));

        assertThat(timetable.windows(INDIA)).containsExactly(window("2025-08-29T04:30:00Z", "2025-08-30T06:30:00Z"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Timetable(List.of(DAY), false, List.of(MORNING, AFTERNOON)))
                .withMessage("hours: 2 of them (expected: one, of an outage without a break)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Timetable(List.of(DAY, DAY.plusDays(2)), false, List.of(MORNING)))
                .withMessage("days: [2025-08-29, 2025-08-31] (expected: one stretch, of an outage without a break)");
    }

    @Test
    void anEndThatIsEarlierIsThatOfTheNextDay() {
        assertThat(new Timetable(List.of(DAY), true, List.of(hours("23:00", "05:00"))).windows(INDIA))
                .containsExactly(window("2025-08-29T17:30:00Z", "2025-08-29T23:30:00Z"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hours("10:00", "10:00"))
                .withMessage("to: 10:00 (expected: not 10:00)");
    }

    @Test
    void fromMidnightToMidnightIsTheWholeDay() {
        Hours day = hours("00:00", "00:00");

        assertThat(day).hasToString("00:00-24:00");
        assertThat(new Timetable(List.of(DAY), true, List.of(day)).windows(INDIA))
                .containsExactly(window("2025-08-28T18:30:00Z", "2025-08-29T18:30:00Z"));
    }

    @Test
    void eachWindowIsAnOutageOfItsOwnThatNamesItsNotice() {
        Notice notice = notice(new Timetable(List.of(DAY), true, List.of(MORNING, AFTERNOON)).windows(INDIA));

        List<Report> reports = notice.drafts().stream()
                .map(draft -> draft.report("UPCL", Instant.parse("2025-08-28T00:00:00Z")))
                .toList();

        assertThat(reports).extracting(Report::outageId).containsExactly("UPCL:K17-1", "UPCL:K17-2");
        assertThat(reports).extracting(Report::noticeId).containsOnly("UPCL:K17");
        assertThat(reports).extracting(Report::stage).containsOnly(Stage.SCHEDULED);
        assertThat(reports.getLast().times())
                .isEqualTo(
                        new Times(Instant.parse("2025-08-29T08:30:00Z"), Instant.parse("2025-08-29T11:30:00Z"), null));
    }

    @Test
    void windowsOfOneNoticeDoNotOverlap() {
        Timetable overlapping = new Timetable(List.of(DAY), true, List.of(MORNING, hours("11:59", "13:00")));
        assertThatIllegalArgumentException().isThrownBy(() -> notice(overlapping.windows(INDIA)));

        Timetable touching = new Timetable(List.of(DAY), true, List.of(MORNING, hours("12:00", "13:00")));
        assertThat(notice(touching.windows(INDIA)).drafts()).hasSize(2);
    }

    private static Notice notice(List<Window> windows) {
        return new Notice(
                "K17", windows, Level.FEEDER, List.of("F1"), null, Map.of("en", new Words("Sumanpuri", "shutdown")));
    }

    private static Hours hours(String from, String to) {
        return new Hours(LocalTime.parse(from), LocalTime.parse(to));
    }

    private static Window window(String from, String to) {
        return new Window(Instant.parse(from), Instant.parse(to));
    }
}
