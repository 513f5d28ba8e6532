package in.sampark.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import in.sampark.contract.Topics;
import in.sampark.contract.utility.MeterReading;
import in.sampark.infrastructure.SharedInfrastructure;
import in.sampark.platform.TestKafka;
import in.sampark.platform.serde.AvroSerde;
import in.sampark.platform.web.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

class IntakeTest {

    private static final Duration WITHIN = Duration.ofSeconds(2);

    private final AvroSerde serde = TestKafka.serde();

    @BeforeAll
    static void prepare() {
        TestKafka.prepare(Topics.METER_READINGS);
    }

    @Test
    void completesWhenTheBrokerHasAllRecordsInTheirOrder() {
        List<MeterReading> records =
                IntStream.range(0, 1_000).mapToObj(i -> reading("e" + i, i)).toList();
        try (Intake intake = intake(SharedInfrastructure.get().bootstrapServers(), Map.of())) {
            intake.take(Topics.METER_READINGS, records).block();
        }

        assertThat(TestKafka.readAll(Topics.METER_READINGS.name()))
                .extracting(record -> serde.read(Topics.METER_READINGS, record.value()))
                .containsExactlyElementsOf(records);
    }

    @Test
    void aBrokerThatIsAwayIsAProblemThatPassesToldInTime() throws IOException {
        try (Intake intake = intake("127.0.0.1:" + closedPort(), Map.of())) {
            List<MeterReading> records = List.of(reading("e1", 1), reading("e2", 2));

            Problem problem = catchThrowableOfType(
                    Problem.class,
                    () -> intake.take(Topics.METER_READINGS, records).block(WITHIN.plusSeconds(1)));

            assertThat(problem.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
            assertThat(problem.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("5");
        }
    }

    @Test
    void aRecordThatNoWaitingCouldBringThroughIsNoProblemThatPasses() {
        try (Intake intake =
                intake(SharedInfrastructure.get().bootstrapServers(), Map.of("max.request.size", 10_000))) {
            List<MeterReading> records = List.of(reading("x".repeat(20_000), 1));

            assertThatThrownBy(() -> intake.take(Topics.METER_READINGS, records).block())
                    .isNotInstanceOf(Problem.class)
                    .hasCauseInstanceOf(RecordTooLargeException.class);
        }
    }

    private Intake intake(String bootstrapServers, Map<String, Object> more) {
        Map<String, Object> client = new HashMap<>(more);
        client.put("bootstrap.servers", bootstrapServers);
        client.put("key.serializer", ByteArraySerializer.class);
        client.put("value.serializer", ByteArraySerializer.class);
        return new Intake(client, new IntakeSettings(WITHIN), serde);
    }

    private static MeterReading reading(String eventId, long wh) {
        return MeterReading.newBuilder()
                .setEventId(eventId)
                .setOccurredAt(Instant.EPOCH)
                .setDiscom("DVVNL")
                .setConnectionId("DVVNL:1")
                .setRegisterAt(Instant.ofEpochSecond(wh))
                .setRegisterWh(wh)
                .build();
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
