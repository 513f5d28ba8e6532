package in.sampark.platform.messaging;

import static in.sampark.platform.TestRecords.lowBalance;
import static in.sampark.probe.ProbeApplication.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sampark.contract.Topics;
import in.sampark.contract.meter.LowBalance;
import in.sampark.platform.RunningProbe;
import in.sampark.platform.TestKafka;
import in.sampark.platform.security.Caller;
import in.sampark.platform.serde.AvroSerde;
import in.sampark.probe.ProbeApplication;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.test.annotation.DirtiesContext;

@ExtendWith(OutputCaptureExtension.class)
// A context that rested while others' tests ran has lost its producer (Spring pauses it, and its factory closes what it
// made).
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
class ReplayDeadLettersTest extends RunningProbe {

    private static final String DEAD_LETTERS = Topics.Name.LOW_BALANCE + ".notification-service.dlt";

    @Autowired
    private Producer<byte[], byte[]> producer;

    @Autowired
    private AvroSerde serde;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private ProbeApplication.Events events;

    @Autowired
    private DeadLettersController deadLetters;

    private final String account = UUID.randomUUID().toString();
    private final String ours = "DVVNL:" + account;
    private final String theirs = "PVVNL:" + account;

    @Test
    void aCompanyReplaysAndSeesItsOwnAlone(CapturedOutput output) {
        refused(ours, ours);
        refused(ours + "-key", ours);
        refused(theirs, theirs);
        refused(theirs + "-key", theirs);
        awaitLetters(4);

        assertThat(replay("DVVNL", true).waiting().keySet())
                .anyMatch(reason -> reason.contains(ours))
                .noneMatch(reason -> reason.contains("PVVNL"));
        events.learned.set(true);
        try {
            ReplayReport report = replay("DVVNL", false);
            assertThat(report.handled()).isPositive();
            assertThat(report.refused().keySet())
                    .anyMatch(reason -> reason.contains(ours))
                    .noneMatch(reason -> reason.contains("PVVNL"));
            assertThat(seen()).containsExactly(ours);

            assertThat(replay("PVVNL", false).refused().keySet())
                    .anyMatch(reason -> reason.contains(theirs))
                    .noneMatch(reason -> reason.contains("DVVNL"));
            assertThat(seen()).containsExactlyInAnyOrder(ours, theirs);
        } finally {
            events.learned.set(false);
        }
        assertThat(output.getAll().lines().filter(line -> line.contains("by the operator of")))
                .hasSize(3)
                .noneMatch(line -> line.contains(account));
    }

    @Test
    void whatIsOfNoCompanyIsCountedAndLeft() {
        int before = replay("PVVNL", true).ofNoCompany();
        send(account, new byte[] {'j'});
        send(theirs, serde.write(Topics.LOW_BALANCE, lowBalance(account + "both", ours, 1)));
        awaitLetters(2);

        ReplayReport report = replay("PVVNL", true);
        assertThat(report.ofNoCompany()).isEqualTo(before + 2);
        assertThat(report.waiting().keySet()).noneMatch(reason -> reason.contains(account));
        assertThat(replay("DVVNL", true).waiting().keySet()).noneMatch(reason -> reason.contains(account));
    }

    private void refused(String key, String connection) {
        LowBalance event = LowBalance.newBuilder(lowBalance(key, connection, REJECTED))
                .setDiscom(connection.substring(0, connection.indexOf(':')))
                .build();
        send(key, serde.write(Topics.LOW_BALANCE, event));
    }

    private void send(String key, byte[] value) {
        producer.send(new ProducerRecord<>(Topics.Name.LOW_BALANCE, 0, key.getBytes(StandardCharsets.UTF_8), value));
        producer.flush();
    }

    private void awaitLetters(int count) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> TestKafka.readAll(DEAD_LETTERS).stream()
                                .filter(letter -> new String(letter.key(), StandardCharsets.UTF_8).contains(account))
                                .count()
                        == count);
    }

    private ReplayReport replay(String company, boolean dryRun) {
        return Objects.requireNonNull(deadLetters
                .replay(
                        new Caller("the operator of " + company, company, company, Set.of("ops")),
                        Topics.Name.LOW_BALANCE,
                        "",
                        null,
                        null,
                        100_000,
                        dryRun)
                .contextWrite(ReactiveSecurityContextHolder.withAuthentication(
                        new TestingAuthenticationToken("o", "", "ROLE_ops")))
                .block(Duration.ofSeconds(60)));
    }

    private List<String> seen() {
        return database.sql("select connection_id from seen where connection_id like '%' || $1 order by position")
                .bind("$1", account)
                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                .all()
                .collectList()
                .block();
    }
}
