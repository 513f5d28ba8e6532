package in.sampark.meter;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.contract.Topics;
import in.sampark.contract.meter.Balance;
import in.sampark.meter.balance.domain.Midnight;
import in.sampark.platform.test.TestTopics;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The real readings of a summer through the real broker and database, in the worst way they can come: all days are posted before the first reading, and
 * the readings arrive shuffled, some of them twice.
 */
@MeterServiceTest
class SummerTest {

    private static final LocalDate END = LocalDate.of(2019, 8, 1);
    private static final String SUMS = """
            select concat_ws(' ', count(*) filter (where kind = 'DAY_CHARGE'), count(*) filter (where kind = 'RECHARGE'),
                             sum(wh), sum(energy_paise), sum(fixed_paise), sum(duty_paise), sum(amount_paise))
            from ledger_entry where day < '2019-08-01' and connection_id like 'DVVNL:70100000__'
            """;
    private static final String STATE = """
            select concat_ws(' ',
                (select md5(string_agg(a::text, '' order by connection_id)) from account a),
                (select md5(string_agg(c::text, '' order by connection_id)) from connection c),
                (select md5(string_agg(l::text, '' order by connection_id, day, kind, cause)) from ledger_entry l),
                (select md5(string_agg(r::text, '' order by connection_id, register_at)) from reading r),
                (select md5(string_agg(p::text, '' order by gateway_transaction_id)) from recharge p))
            """;

    private static final String POSTED_TO_THE_END = """
            select count(*) from account where posted_through = supply_to and connection_id like 'DVVNL:70100000__'
            """;
    private static final String WRONG_BALANCES = """
            select count(*) from account a
            where posted_paise <> (select sum(amount_paise) from ledger_entry l where l.connection_id = a.connection_id)
            """;

    @Autowired
    TestTopics topics;

    @Autowired
    TimeOfDay.Settable clock;

    @Autowired
    Observer service;

    @Test
    void comesToTheKnownAnswersAndStaysThereWhenEverythingIsSentAgain() {
        List<Household> households = Household.allBefore(END);
        clock.set(Midnight.starting(LocalDate.of(2019, 4, 30)));
        sendConnections(households);
        service.awaitSettled();
        clock.set(Midnight.starting(END).plus(Duration.ofHours(1)));
        service.awaitSettled();
        assertThat(service.text(POSTED_TO_THE_END)).isEqualTo("38");

        List<Runnable> events = new ArrayList<>(events(households));
        Collections.shuffle(events, new Random(38));
        send(events);
        send(events.subList(0, 500));
        service.awaitSettled();

        assertThat(service.text(SUMS)).isEqualTo("3118 143 36278647 21665212 2239744 1195247 -10800203");
        assertThat(service.text(WRONG_BALANCES)).isEqualTo("0");
        assertThat(postedByTopic()).isEqualTo(-10_800_203);
        assertThat(topics.readAll(Topics.RECHARGE_CREDITED))
                .filteredOn(credited -> isHousehold(credited.getConnectionId()))
                .hasSize(143);

        String before = service.text(STATE);
        int told = told();
        sendConnections(households);
        send(events);
        service.awaitSettled();
        assertThat(service.text(STATE)).isEqualTo(before);
        assertThat(told()).isEqualTo(told);
    }

    private static void send(List<Runnable> events) {
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            events.forEach(senders::execute);
        }
    }

    private void sendConnections(List<Household> households) {
        households.forEach(household -> topics.send(
                Topics.CONNECTIONS, Sent.connection(id(household), household.firstDay(), household.lastDay())));
    }

    private List<Runnable> events(List<Household> households) {
        List<Runnable> events = new ArrayList<>();
        for (Household household : households) {
            String id = id(household);
            household
                    .registers()
                    .forEach(register ->
                            events.add(() -> topics.send(Topics.METER_READINGS, Sent.reading(id, register))));
            household
                    .recharges()
                    .forEach(paidAt -> events.add(() ->
                            topics.send(Topics.RECHARGES, Sent.recharge(id, id + " " + paidAt, 100_000, paidAt))));
        }
        return events;
    }

    private long postedByTopic() {
        Map<String, Balance> last = new HashMap<>();
        topics.readAll(Topics.BALANCES).stream()
                .filter(balance -> isHousehold(balance.getConnectionId()))
                .forEach(balance -> last.put(balance.getConnectionId(), balance));
        return last.values().stream().mapToLong(Balance::getPostedPaise).sum();
    }

    private int told() {
        return Stream.of(Topics.BALANCES, Topics.LOW_BALANCE, Topics.RECHARGE_CREDITED)
                .mapToInt(topic -> topics.readAllBytes(topic.name()).size())
                .sum();
    }

    private static boolean isHousehold(String connectionId) {
        return connectionId.startsWith("DVVNL:70100000");
    }

    private static String id(Household household) {
        return "DVVNL:70100000" + household.meter().substring(2);
    }
}
