package in.sampark.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every topic is read by one who has nothing but the published AsyncAPI document, a Kafka client, Avro, and the registry's Confluent
 * API: no class of ours and no vendor's serialiser.
 */
class PlainClientTest {

    /** Topics that the story leaves empty, with the reason. */
    private static final Map<String, String> EMPTY = Map.ofEntries(
            Map.entry("campaign.visits.v1", "visits are not recorded yet"),
            Map.entry("consumer.number-changes.v1", "nobody replaces a number that is proven"),
            Map.entry("meter.bills.v1", "there are no bills"),
            Map.entry(
                    "meter.supply-due.v1",
                    "the supply rules have no holidays of 2019, and nobody is cut off in a year without"),
            Map.entry("meter.supply-switched.v1", "no head-end says what it did"),
            Map.entry("notification.dispatch-routine.v1", "there are no bills"),
            Map.entry("notification.inbound.v1", "nobody answers a message"),
            Map.entry("notification.operator-tasks.v1", "the gateway has nothing to complain of"),
            Map.entry("utility.account-entries.v1", "the accounts begin with the story, without arrears"),
            Map.entry("utility.bill-payments.v1", "there are no bills"),
            Map.entry("utility.bills.v1", "the households of the story pay in advance"),
            Map.entry("utility.connections.v1", "the connections come as a file"),
            Map.entry("utility.network.v1", "what feeds them is in their rows"),
            Map.entry("utility.supply.v1", "no head-end acts on what is due"));

    private final PlayedStory story = PlayedStory.ofTheFirst92Days();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<Integer, Schema> schemas = new HashMap<>();

    @Test
    void everyPublishedTopicIsReadableByItsDocument() throws Exception {
        var empty = new TreeSet<String>();
        for (var channel : published("channels").entrySet()) {
            List<GenericRecord> records = records(channel.getKey());
            assertThat(records)
                    .as(channel.getKey())
                    .allSatisfy(record ->
                            assertThat(record.getSchema().getName()).isEqualTo(messageOf(channel.getValue())));
            if (records.isEmpty()) {
                empty.add(channel.getKey());
            }
        }
        assertThat(empty).as("topics without a record").isEqualTo(new TreeSet<>(EMPTY.keySet()));
    }

    private List<GenericRecord> records(String topic) throws Exception {
        List<GenericRecord> values = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : read(topic)) {
            assertThat(record.key()).as("key on " + topic).isNotBlank();
            if (record.value() != null) {
                values.add(decoded(ByteBuffer.wrap(record.value())));
            }
        }
        return values;
    }

    private GenericRecord decoded(ByteBuffer bytes) throws Exception {
        assertThat(bytes.get()).as("magic byte").isZero();
        Schema schema = schema(bytes.getInt());
        BinaryDecoder decoder =
                DecoderFactory.get().binaryDecoder(bytes.array(), bytes.position(), bytes.remaining(), null);
        GenericRecord record = new GenericDatumReader<GenericRecord>(schema).read(null, decoder);
        assertThat(decoder.isEnd()).as("nothing after the record").isTrue();
        return record;
    }

    private Schema schema(int id) throws Exception {
        Schema known = schemas.get(id);
        if (known == null) {
            URI address =
                    URI.create(story.system().infrastructure().registryUrl() + "/apis/ccompat/v7/schemas/ids/" + id);
            String answer = http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();
            known = new Schema.Parser()
                    .parse(new JsonMapper().readTree(answer).required("schema").asString());
            schemas.put(id, known);
        }
        return known;
    }

    private List<ConsumerRecord<String, byte[]>> read(String topic) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", story.system().infrastructure().bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }

    private static String messageOf(Map<String, Map<String, ?>> channel) {
        return channel.get("messages").keySet().iterator().next();
    }

    private static Map<String, Map<String, Map<String, ?>>> published(String part) throws IOException {
        try (InputStream document = PlainClientTest.class.getResourceAsStream("/asyncapi.yaml")) {
            Map<String, Map<String, Map<String, Map<String, ?>>>> published = new Yaml().load(document);
            return published.get(part);
        }
    }
}
