package in.sampark.platform.messaging;

import static in.sampark.platform.TestRecords.lowBalance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sampark.contract.Topics;
import in.sampark.infrastructure.Infrastructure;
import in.sampark.infrastructure.Part;
import in.sampark.infrastructure.SharedInfrastructure;
import in.sampark.platform.RunningProbe;
import in.sampark.platform.TestKafka;
import in.sampark.platform.serde.AvroSerde;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.reactive.function.client.WebClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Whatever is killed while records flow, every record is handled once, in order, and none is set aside for it. */
class AwayForAWhileTest extends RunningProbe {

    private static final int SOME = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int WIRE_HEADER = 5;

    @Autowired
    private AvroSerde serde;

    @Autowired
    private DatabaseClient database;

    private final Infrastructure infrastructure = SharedInfrastructure.get();
    private final String connection = "DVVNL:" + UUID.randomUUID();
    private final Producer<byte[], byte[]> producer = TestKafka.producer(Map.of("delivery.timeout.ms", 180_000));
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private volatile boolean flowing = true;

    @AfterEach
    void close() {
        flowing = false;
        producer.close();
    }

    @Test
    void theBroker() throws Exception {
        nothingIsLostWhileAway(infrastructure.kafka());
    }

    @Test
    void theDatabase() throws Exception {
        nothingIsLostWhileAway(infrastructure.postgres());
    }

    /** Only of a schema that was never seen the registry is asked. */
    @Test
    void theRegistry() throws Exception {
        int schema = registerNewVersion();
        long asideBefore = aside();
        send("before", lowBalanceBytes("before"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(seen()).isEqualTo(sent));
        infrastructure.registry().kill();
        byte[] known = lowBalanceBytes("of the new version");
        send("of the new version", withNewField(schema, known));
        send("after", lowBalanceBytes("after"));
        infrastructure.registry().start();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(seen()).isEqualTo(sent));
        assertThat(aside()).isEqualTo(asideBefore);
    }

    private void nothingIsLostWhileAway(Part<?> part) throws Exception {
        long asideBefore = aside();
        Thread flow = Thread.ofVirtual().start(this::flow);
        await().atMost(PATIENCE).until(() -> seen().size() > SOME);
        part.kill();
        part.start();
        int back = sent.size();
        await().atMost(PATIENCE).until(() -> sent.size() > back + SOME);
        flowing = false;
        flow.join();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(seen()).isEqualTo(sent));
        assertThat(aside()).isEqualTo(asideBefore);
    }

    /** Sends as fast as the broker acknowledges. */
    private void flow() {
        for (int i = 0; flowing; i++) {
            send("e" + i, lowBalanceBytes("e" + i));
        }
    }

    private void send(String id, byte[] value) {
        try {
            producer.send(new ProducerRecord<>(
                            Topics.Name.LOW_BALANCE, 0, connection.getBytes(StandardCharsets.UTF_8), value))
                    .get();
            sent.add(connection + id);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private byte[] lowBalanceBytes(String id) {
        return serde.write(Topics.LOW_BALANCE, lowBalance(connection + id, connection, 30));
    }

    /** The contract with one more field at its end, as a newer writer would have it. Answers with its id. */
    private int registerNewVersion() {
        var json = new JsonMapper();
        ObjectNode schema =
                (ObjectNode) json.readTree(Topics.LOW_BALANCE.schema().toString());
        schema.withArray("fields")
                .addObject()
                .put("name", "since" + System.nanoTime())
                .put("type", "string")
                .put("default", "");
        JsonNode answer = WebClient.create(TestKafka.registry().toString())
                .post()
                .uri("/subjects/{subject}/versions", Topics.LOW_BALANCE.subject())
                .contentType(MediaType.parseMediaType("application/vnd.schemaregistry.v1+json"))
                .bodyValue(Map.of("schema", schema.toString()))
                .retrieve()
                .bodyToMono(JsonNode.class)
                .block();
        return answer.required("id").asInt();
    }

    /** An Avro record is its fields one after the other; an empty string is a zero. */
    private static byte[] withNewField(int schema, byte[] wire) {
        return ByteBuffer.allocate(wire.length + 1)
                .put((byte) 0)
                .putInt(schema)
                .put(wire, WIRE_HEADER, wire.length - WIRE_HEADER)
                .put((byte) 0)
                .array();
    }

    private List<String> seen() {
        return database.sql("select event_id from seen where connection_id = $1 order by position")
                .bind("$1", connection)
                .map(row -> row.get(0, String.class))
                .all()
                .collectList()
                .onErrorReturn(List.of())
                .block();
    }

    private long aside() {
        return database.sql("select count(*) from set_aside")
                .map(row -> row.get(0, Long.class))
                .one()
                .block();
    }
}
