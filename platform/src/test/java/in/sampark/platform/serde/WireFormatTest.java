package in.sampark.platform.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.annotation.JsonProperty;
import in.sampark.contract.Topic;
import in.sampark.contract.Topics;
import in.sampark.contract.meter.LowBalance;
import in.sampark.platform.TestKafka;
import in.sampark.platform.TestRecords;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.RandomData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.reactive.function.client.WebClient;

/** The bytes on the topics, read without any vendor's serialiser. */
class WireFormatTest {

    private record RegisteredSchema(@JsonProperty("schema") String schema) {}

    private final AvroSerde serde = TestKafka.serde();

    @BeforeAll
    static void register() {
        TestKafka.prepare(Topics.LOW_BALANCE);
    }

    static List<Topic<?>> topics() {
        return Topics.ALL;
    }

    @ParameterizedTest
    @MethodSource("topics")
    <T extends SpecificRecord> void bytesAreMagicSchemaIdAndAvroBody(Topic<T> topic) throws IOException {
        TestKafka.prepare(topic);
        serde.warm(topic); // as a service does when it starts
        T record = any(topic);

        ByteBuffer bytes = ByteBuffer.wrap(serde.write(topic, record));

        assertThat(bytes.get()).isZero();
        Schema schema = registered(bytes.getInt());
        assertThat(schema).isEqualTo(topic.schema());
        byte[] body = Arrays.copyOfRange(bytes.array(), 5, bytes.array().length);
        BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(body, null);
        GenericRecord read = new GenericDatumReader<GenericRecord>(schema).read(null, decoder);
        assertThat(decoder.isEnd()).isTrue();
        assertThat(read.get("eventId"))
                .hasToString(record.get(schema.getField("eventId").pos()).toString());
    }

    @Test
    void whatWasWrittenIsReadBack() {
        LowBalance record = TestRecords.lowBalance("e1", "DVVNL:7010000001", 30);

        assertThat(serde.read(Topics.LOW_BALANCE, serde.write(Topics.LOW_BALANCE, record)))
                .isEqualTo(record);
    }

    @Test
    void aTopicThatWasWarmedIsWrittenAndReadBack() {
        LowBalance record = TestRecords.lowBalance("e1", "DVVNL:7010000001", 30);
        try (AvroSerde fresh = AvroSerde.of(TestKafka.settings())) {
            fresh.warm(Topics.LOW_BALANCE);

            assertThat(fresh.read(Topics.LOW_BALANCE, fresh.write(Topics.LOW_BALANCE, record)))
                    .isEqualTo(record);
        }
    }

    @Test
    void aRecordOfAnotherTypeIsUndecodable() {
        byte[] bytes = serde.write(Topics.LOW_BALANCE, TestRecords.lowBalance("e1", "DVVNL:7010000001", 30));

        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() -> serde.read(Topics.BALANCES, bytes))
                .withMessageContaining("expected: in.sampark.contract.meter.Balance");
    }

    @Test
    void aRegistryThatDoesNotAnswerMakesNoBytesUndecodable() {
        byte[] bytes = serde.write(Topics.LOW_BALANCE, TestRecords.lowBalance("e1", "DVVNL:7010000001", 30));
        SerdeSettings real = TestKafka.settings();
        var elsewhere = new java.util.HashMap<>(real.properties());
        elsewhere.replaceAll((name, value) -> value.replaceAll("127.0.0.1:\\d+", "127.0.0.1:1"));

        try (AvroSerde cutOff = AvroSerde.of(
                new SerdeSettings(real.registryUrl(), real.serializer(), real.deserializer(), elsewhere))) {
            assertThatExceptionOfType(RuntimeException.class)
                    .isThrownBy(() -> cutOff.read(Topics.LOW_BALANCE, bytes))
                    .isNotInstanceOf(UndecodableException.class);
        }
    }

    /** A record with something in each field. */
    private static <T extends SpecificRecord> T any(Topic<T> topic) throws IOException {
        Object generic = new RandomData(topic.schema(), 1).iterator().next();
        var bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        new GenericDatumWriter<>(topic.schema()).write(generic, encoder);
        return new SpecificDatumReader<>(topic.type())
                .read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
    }

    private static Schema registered(int id) {
        RegisteredSchema registered = WebClient.create(TestKafka.registry().toString())
                .get()
                .uri("/schemas/ids/{id}", id)
                .retrieve()
                .bodyToMono(RegisteredSchema.class)
                .block();
        return new Schema.Parser().parse(registered.schema());
    }
}
