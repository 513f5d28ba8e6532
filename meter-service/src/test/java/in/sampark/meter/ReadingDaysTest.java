package in.sampark.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sampark.contract.Topics;
import in.sampark.meter.balance.domain.Midnight;
import in.sampark.meter.balance.domain.Register;
import in.sampark.platform.test.TestTopics;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Readings live in partitions of a day, which come ahead of their day and go as a whole. */
@MeterServiceTest
class ReadingDaysTest {

    private static final LocalDate FIRST = LocalDate.of(2019, 9, 1);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    TestTopics topics;

    @Autowired
    TimeOfDay.Settable clock;

    @Autowired
    Observer service;

    @Test
    void comeAheadTakeInWhatWasThereAndGo() {
        String id = "DVVNL:7187000001";
        clock.set(Midnight.starting(FIRST.minusDays(20)));
        topics.send(Topics.CONNECTIONS, Sent.connection(id, FIRST.minusDays(20), FIRST.plusDays(30)));
        service.awaitSettled();
        clock.set(Midnight.starting(FIRST));
        await().atMost(PATIENCE).until(() -> isPresent(FIRST) && isPresent(FIRST.plusDays(7)));
        topics.send(
                Topics.METER_READINGS,
                Sent.reading(
                        id, new Register(Midnight.starting(FIRST.minusDays(5)).plusSeconds(1), 500)));
        topics.send(
                Topics.METER_READINGS,
                Sent.reading(id, new Register(Midnight.starting(FIRST).minusSeconds(5), 900)));
        service.awaitSettled();
        clock.set(Midnight.starting(FIRST).plusSeconds(60));
        topics.send(
                Topics.METER_READINGS,
                Sent.reading(id, new Register(Midnight.starting(FIRST).plusSeconds(30), 901)));
        service.awaitSettled();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(partitions(id))
                        .isEqualTo(table(FIRST.minusDays(5)) + " " + table(FIRST.minusDays(1)) + " " + table(FIRST)));

        clock.set(Midnight.starting(FIRST.plusDays(399)));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(partitions(id)).isEqualTo(table(FIRST.minusDays(1)) + " " + table(FIRST)));
        assertThat(isPresent(FIRST.minusDays(5))).isFalse();
        assertThat(isPresent(FIRST.plusDays(406))).isTrue();
    }

    private String partitions(String id) {
        return service.text(
                "select string_agg(tableoid::regclass::text, ' ' order by register_at) from reading where connection_id = '"
                        + id + "'");
    }

    private boolean isPresent(LocalDate day) {
        return service.text("select to_regclass('" + table(day) + "') is not null")
                .equals("true");
    }

    private static String table(LocalDate day) {
        return "reading_" + day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}
