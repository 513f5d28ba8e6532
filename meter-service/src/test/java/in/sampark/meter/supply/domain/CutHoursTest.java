package in.sampark.meter.supply.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import in.sampark.meter.supply.Rules;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CutHoursTest {

    @ParameterizedTest(name = "{0} at {1} of a {2}: {3}")
    @CsvSource(textBlock = """
            DVVNL,  2026-11-19T07:59:59, Thursday,                open from 2026-11-19T08:00
            DVVNL,  2026-11-19T08:00,    Thursday,                open until 2026-11-19T18:00
            DVVNL,  2026-11-19T17:59:59, Thursday,                open until 2026-11-19T18:00
            DVVNL,  2026-11-19T18:00,    Thursday,                open from 2026-11-20T08:00
            DVVNL,  2026-11-20T00:00,    midnight,                open from 2026-11-20T08:00
            DVVNL,  2026-11-21T19:00,    Saturday,                open from 2026-11-23T08:00
            DVVNL,  2026-11-22T12:00,    Sunday,                  open from 2026-11-23T08:00
            DVVNL,  2026-11-23T19:00,    eve of a holiday,        open from 2026-11-25T08:00
            DVVNL,  2026-11-07T12:00,    first Saturday,          open until 2026-11-07T18:00
            DVVNL,  2026-11-14T12:00,    second Saturday,         open from 2026-11-16T08:00
            DVVNL,  2026-11-21T12:00,    third Saturday,          open until 2026-11-21T18:00
            DVVNL,  2026-08-08T12:00,    second Saturday on 8th,  open from 2026-08-10T08:00
            DVVNL,  2026-12-31T19:00,    eve of an unknown year,  never
            DVVNL,  2025-12-31T12:00,    unknown year,            open from 2026-01-01T08:00
            NBPDCL, 2026-11-19T10:59,    Thursday,                open from 2026-11-19T11:00
            NBPDCL, 2026-11-19T17:30,    Thursday,                open from 2026-11-20T11:00
            SBPDCL, 2026-11-14T12:00,    second Saturday,         open until 2026-11-14T17:30
            SBPDCL, 2026-11-14T18:00,    eve of Chhath,           open from 2026-11-17T11:00
            UPCL,   2026-11-21T12:00,    Saturday,                open from 2026-11-23T08:00
            UPCL,   2026-11-20T17:59,    Friday,                  open until 2026-11-20T18:00
            """)
    void somebodyMayBeCutOff(String discom, LocalDateTime at, String day, String expected) {
        CutHours hours = Rules.of(discom).cutHours();
        Instant time = time(at);

        String said = hours.open(time)
                ? "open until " + local(hours.closing(time))
                : hours.opening(time)
                        .map(opening -> "open from " + local(opening))
                        .orElse("never");
        assertThat(said).as(day).isEqualTo(expected);
    }

    @Test
    void hoursWithinADayAreThoseBetween() {
        CutHours hours = new CutHours(List.of(new NoCut.Hours(LocalTime.of(12, 0), LocalTime.of(14, 0))));

        assertThat(hours.open(time(LocalDateTime.parse("2026-11-19T11:59")))).isTrue();
        assertThat(hours.open(time(LocalDateTime.parse("2026-11-19T12:00")))).isFalse();
        assertThat(hours.open(time(LocalDateTime.parse("2026-11-19T14:00")))).isTrue();
        assertThat(local(hours.closing(time(LocalDateTime.parse("2026-11-19T15:00")))))
                .isEqualTo("2026-11-20T12:00");
    }

    @Test
    void withoutRulesAnOpeningEndsSomeDay() {
        Instant now = time(LocalDateTime.parse("2026-11-19T12:00"));
        CutHours always = new CutHours(List.of());

        assertThat(always.open(now)).isTrue();
        assertThat(always.closing(now)).isAfter(now);
    }

    @Test
    void hoursThatEndWhereTheyBeginAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NoCut.Hours(LocalTime.NOON, LocalTime.NOON))
                .withMessage("hours: 12:00 to 12:00 (expected: two times of day)");
    }

    private static Instant time(LocalDateTime local) {
        return local.atZone(ZoneId.of("Asia/Kolkata")).toInstant();
    }

    private static String local(Instant at) {
        return at.atZone(ZoneId.of("Asia/Kolkata")).toLocalDateTime().toString();
    }
}
