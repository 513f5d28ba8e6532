package in.sampark.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.sampark.infrastructure.SharedInfrastructure;
import in.sampark.platform.TestKafka;
import in.sampark.platform.messaging.DeadLetters.Letter;
import in.sampark.platform.outbox.DeadLetter;
import in.sampark.platform.web.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class DeadLettersTest {

    private static final Instant SET_ASIDE = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private static final Instant SENT = SET_ASIDE.minus(Duration.ofDays(1));

    private final String topic = UUID.randomUUID() + ".dlt";

    @Test
    void aLetterIsTheRecordAtItsPlaceAndOfItsTime() {
        write(1, Long.toString(SENT.toEpochMilli()));

        List<Letter> letters = read(Duration.ofSeconds(30));

        assertThat(letters).singleElement().satisfies(letter -> {
            assertThat(letter.setAsideAt()).isEqualTo(SET_ASIDE);
            assertThat(Position.of(letter.record())).isEqualTo(new Position("some.topic.v1", 4, 0));
            assertThat(letter.record().timestamp()).isEqualTo(SENT.toEpochMilli());
            assertThat(letter.record().value()).containsExactly(1);
        });
    }

    @Test
    void aLetterThatDoesNotTellWhenItsRecordWasSentHasItsOwnTime() {
        write(1, "");

        assertThat(read(Duration.ofSeconds(30)))
                .singleElement()
                .satisfies(letter -> assertThat(letter.record().timestamp()).isEqualTo(SET_ASIDE.toEpochMilli()));
    }

    @Test
    void aReadThatKafkaNoLongerFeedsEndsWithAProblem() {
        write(100, "");
        var letters = new DeadLetters(
                Map.of(
                        "bootstrap.servers", SharedInfrastructure.get().bootstrapServers(),
                        "max.partition.fetch.bytes", 1,
                        "max.poll.records", 1),
                Duration.ofSeconds(2));
        var taken = new ArrayList<Letter>();

        assertThatThrownBy(() -> letters.read(topic, some -> {
                    if (taken.isEmpty()) {
                        delete();
                    }
                    return taken.addAll(some);
                }))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.getStatusCode().value()).isEqualTo(503))
                .hasMessageContaining(topic)
                .hasMessageContaining("nothing from Kafka for 2 s (expected: each partition has a leader)");
        assertThat(taken).hasSizeBetween(1, 99);
    }

    private List<Letter> read(Duration patience) {
        var letters = new ArrayList<Letter>();
        new DeadLetters(Map.of("bootstrap.servers", SharedInfrastructure.get().bootstrapServers()), patience)
                .read(topic, letters::addAll);
        return letters;
    }

    /** Each in a batch of its own, so that they are fetched one by one. */
    private void write(int count, String sentAt) {
        TestKafka.create(topic);
        try (Producer<byte[], byte[]> producer = TestKafka.producer(Map.of("batch.size", 0))) {
            for (int i = 0; i < count; i++) {
                var letter = new ProducerRecord<>(
                        topic, 0, SET_ASIDE.toEpochMilli(), "DVVNL:1".getBytes(StandardCharsets.UTF_8), new byte[] {1});
                header(letter, DeadLetter.ORIGIN, "some.topic.v1-4@" + i);
                header(letter, DeadLetter.SENT_AT, sentAt);
                producer.send(letter);
            }
        }
    }

    private static void header(ProducerRecord<?, ?> letter, String name, String value) {
        letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private void delete() {
        try (Admin admin = Admin.create(
                Map.of("bootstrap.servers", SharedInfrastructure.get().bootstrapServers()))) {
            admin.deleteTopics(List.of(topic))
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
    }
}
