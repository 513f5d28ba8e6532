package in.sampark.simulator.feed;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.contract.Topic;
import in.sampark.contract.Topics;
import in.sampark.infrastructure.Infrastructure;
import in.sampark.infrastructure.SharedInfrastructure;
import in.sampark.simulator.SimulatorTest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** The feed against a real broker and registry. What it sent is decoded without the serde that wrote it. */
@SimulatorTest
@TestMethodOrder(OrderAnnotation.class)
class FeedOnKafkaTest {

    private static final Infrastructure INFRASTRUCTURE = SharedInfrastructure.get();
    private static final WebTestClient REGISTRY = WebTestClient.bindToServer()
            .baseUrl(INFRASTRUCTURE.registryUrl() + "/apis/ccompat/v7")
            .build();

    @Autowired
    private WebTestClient http;

    @DynamicPropertySource
    static void infrastructure(DynamicPropertyRegistry settings) {
        settings.add("spring.kafka.bootstrap-servers", INFRASTRUCTURE::bootstrapServers);
        settings.add("SAMPARK_REGISTRY_URL", INFRASTRUCTURE::registryUrl);
    }

    @BeforeAll
    static void createTopics() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", INFRASTRUCTURE.bootstrapServers()))) {
            admin.createTopics(List.of(newTopic(Topics.METER_READINGS), newTopic(Topics.RECHARGES)))
                    .all()
                    .get();
        }
    }

    @Test
    @Order(1)
    void saysThatTheSchemaIsMissingAndSendsOnceItIsThere() throws Exception {
        feed("recharges", "2019-05-01")
                .expectStatus()
                .isEqualTo(503)
                .expectBody()
                .jsonPath("$.detail")
                .value(
                        String.class,
                        detail -> assertThat(detail)
                                .contains("utility.recharges.v1-value")
                                .hasSizeLessThan(500));

        register(Topics.RECHARGES);

        feed("recharges", "2019-05-01").expectStatus().isOk().expectBody().json("{\"sent\": 16}");
        GenericRecord recharge = ofFirstMeter(Topics.RECHARGES).getFirst();
        assertThat(recharge.get("connectionId")).hasToString("DVVNL:7010000001");
        assertThat(recharge.get("gatewayTransactionId")).hasToString("7010000001-20190501120000");
        assertThat(recharge.get("status")).hasToString("RECEIVED");
        assertThat(recharge.get("amountPaise")).isEqualTo(100_000L);
        assertThat(recharge.get("paidAt")).isEqualTo(millis("2019-05-01T06:30:00Z"));
    }

    @Test
    @Order(2)
    void sendsTheRegistersOfADayAndTheSameEventsWhenAskedAgain() throws Exception {
        register(Topics.METER_READINGS);

        feed("registers", "2019-05-02").expectStatus().isOk();
        feed("registers", "2019-05-02").expectStatus().isOk();

        List<GenericRecord> readings = ofFirstMeter(Topics.METER_READINGS);
        assertThat(readings).hasSize(2);
        assertThat(readings.getFirst()).isEqualTo(readings.getLast());
        assertThat(readings.getFirst().get("meterNo")).hasToString("MH01");
        assertThat(readings.getFirst().get("discom")).hasToString("DVVNL");
        assertThat(readings.getFirst().get("registerAt")).isEqualTo(millis("2019-05-02T18:30:00Z"));
        assertThat(readings.getFirst().get("registerWh")).isEqualTo(5_252L + 4_770L);
    }

    @Test
    void dayOutsideTheFileHasNothingToSend() {
        feed("registers", "2019-04-30").expectStatus().isOk().expectBody().json("{\"sent\": 0}");
        feed("recharges", "2019-08-01").expectStatus().isOk().expectBody().json("{\"sent\": 0}");
        feed("registers", "yesterday").expectStatus().isBadRequest();
    }

    @Test
    void tellsItsMeters() {
        http.get()
                .uri("/feed/meters")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(38)
                .jsonPath("$[0]")
                .value(
                        Map.class,
                        meter -> assertThat(meter)
                                .containsEntry("meter", "MH01")
                                .containsEntry("connectionId", "DVVNL:7010000001")
                                .containsEntry("accountNo", "7010000001")
                                .containsEntry("firstDay", "2019-05-01")
                                .containsEntry("lastDay", "2019-07-31"));
    }

    private ResponseSpec feed(String what, String day) {
        return http.mutate()
                .responseTimeout(Duration.ofSeconds(30))
                .build()
                .post()
                .uri("/feed/{what}?day={day}", what, day)
                .exchange();
    }

    private static NewTopic newTopic(Topic<?> topic) {
        return new NewTopic(topic.name(), Optional.of(3), Optional.empty());
    }

    private static void register(Topic<?> topic) {
        REGISTRY.post()
                .uri("/subjects/{subject}/versions", topic.subject())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("schema", topic.schema().toString()))
                .exchange()
                .expectStatus()
                .isOk();
    }

    private static List<GenericRecord> ofFirstMeter(Topic<?> topic) throws IOException {
        List<GenericRecord> records = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : readAll(topic)) {
            if (record.key().equals("DVVNL:7010000001")) {
                records.add(decode(record.value()));
            }
        }
        return records;
    }

    private static List<ConsumerRecord<String, byte[]>> readAll(Topic<?> topic) {
        Map<String, Object> settings = Map.of("bootstrap.servers", INFRASTRUCTURE.bootstrapServers());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    /** Confluent's wire format: a zero byte, four bytes of schema id, the Avro body. */
    private static GenericRecord decode(byte[] value) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(value);
        assertThat(bytes.get()).isZero();
        var reader = new GenericDatumReader<GenericRecord>(schema(bytes.getInt()));
        return reader.read(null, DecoderFactory.get().binaryDecoder(value, bytes.position(), bytes.remaining(), null));
    }

    private static Schema schema(int id) {
        Map<?, ?> answer = Objects.requireNonNull(REGISTRY.get()
                .uri("/schemas/ids/{id}", id)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody());
        return new Schema.Parser().parse(String.valueOf(answer.get("schema")));
    }

    private static long millis(String time) {
        return Instant.parse(time).toEpochMilli();
    }
}
