package in.sampark.platform.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.annotation.JsonProperty;
import in.sampark.contract.Topics;
import in.sampark.contract.meter.LowBalance;
import in.sampark.platform.TestKafka;
import in.sampark.platform.TestRecords;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.function.client.WebClient;

/** The bytes on the topics, read without any vendor's serialiser. */
class WireFormatTest {

    private record RegisteredSchema(@JsonProperty("schema") String schema) {}

    private final AvroSerde serde = TestKafka.serde();

    @BeforeAll
    static void register() {
        TestKafka.prepare(Topics.LOW_BALANCE);
    }

    @Test
    void bytesAreMagicSchemaIdAndAvroBody() throws IOException {
        LowBalance record = TestRecords.lowBalance("e1", "DVVNL:7010000001", 30);

        ByteBuffer bytes = ByteBuffer.wrap(serde.write(Topics.LOW_BALANCE, record));

        assertThat(bytes.get()).isZero();
        Schema schema = registered(bytes.getInt());
        assertThat(schema).isEqualTo(Topics.LOW_BALANCE.schema());
        byte[] body = Arrays.copyOfRange(bytes.array(), 5, bytes.array().length);
        GenericRecord read = new GenericDatumReader<GenericRecord>(schema)
                .read(null, DecoderFactory.get().binaryDecoder(body, null));
        assertThat(read.get("connectionId")).hasToString("DVVNL:7010000001");
        assertThat(read.get("rungValue")).isEqualTo(30L);
    }

    @Test
    void whatWasWrittenIsReadBack() {
        LowBalance record = TestRecords.lowBalance("e1", "DVVNL:7010000001", 30);

        assertThat(serde.read(Topics.LOW_BALANCE, serde.write(Topics.LOW_BALANCE, record)))
                .isEqualTo(record);
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
