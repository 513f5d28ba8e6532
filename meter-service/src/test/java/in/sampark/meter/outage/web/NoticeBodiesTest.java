package in.sampark.meter.outage.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.sampark.meter.outage.domain.Notice;
import in.sampark.meter.outage.domain.Window;
import in.sampark.platform.web.Problem;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class NoticeBodiesTest {

    @ParameterizedTest
    @CsvSource({
        "2026-08-29, 00:00, 24:00, '', 2026-08-28T18:30:00Z, 2026-08-29T18:30:00Z",
        "2026-08-29, 22:00, 24:00, '', 2026-08-29T16:30:00Z, 2026-08-29T18:30:00Z",
        "2026-08-29, 22:00, 00:00, '', 2026-08-29T16:30:00Z, 2026-08-29T18:30:00Z",
        "2026-08-29/31, 00:00, 24:00, '\"daily\": false,', 2026-08-28T18:30:00Z, 2026-08-31T18:30:00Z",
        "'2026-08-29,2026-08-30', 10:00, 12:00, '\"daily\": false,', 2026-08-29T04:30:00Z, 2026-08-30T06:30:00Z"
    })
    void hoursGoToTheEndOfTheDayAtMost(
            String date, String from, String to, String daily, Instant begins, Instant ends) {
        assertThat(notice(date, from, to, daily).windows()).containsExactly(new Window(begins, ends));
    }

    @Test
    void wholeDaysFollowEachOther() {
        assertThat(notice("2026-08-29/31", "00:00", "24:00", "\"daily\": true,").windows())
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "24:00, 02:00, 24:00 only as to",
        "24:00, 24:00, 24:00 only as to",
        "06:00, 06:00, to another than from",
        "00:00, 00:00, the whole day from 00:00 to 24:00"
    })
    void hoursThatCouldMeanTwoThingsAreRefusedAndItIsSaidWhy(String from, String to, String expected) {
        assertThatThrownBy(() -> notice("2026-08-29", from, to, ""))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("hours: [{\"from\":\"" + from + "\",\"to\":\"" + to + "\"}] (expected: ")
                .hasMessageContaining(expected);
    }

    @Test
    void onlyOneStretchOfDaysIsWithoutABreak() {
        assertThatThrownBy(() -> notice("2026-08-29,2026-09-02", "10:00", "12:00", "\"daily\": false,"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("daily: false (expected: true, with days apart)");
    }

    private static Notice notice(String date, String from, String to, String daily) {
        return NoticeBodies.notice(JsonMapper.shared().readTree("""
                        {"date": "%s", "hours": [{"from": "%s", "to": "%s"}], %s
                         "level": "FEEDER", "assets": ["F1"], "words": {"en": {"place": "feeder", "reason": "repair"}}}
                        """.formatted(date, from, to, daily)), "DVVNL");
    }
}
