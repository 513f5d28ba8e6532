package in.sampark.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import in.sampark.contract.Party;
import in.sampark.contract.Topic;
import in.sampark.contract.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** A service listens to what the catalogue says it reads. */
class BatchesTest {

    private final Batches batches = new Batches(
            Party.METER_SERVICE,
            null,
            null,
            null,
            new MessagingSettings(Duration.ofSeconds(1), Duration.ofSeconds(1), 1, 1, (short) 1, ""),
            new SimpleMeterRegistry());

    @Test
    void aListenerOnATopicOfItsServiceIsMade() {
        listen("meter-service.recharges", Topics.RECHARGES);

        assertThat(batches.topics()).containsExactly(Topics.RECHARGES);
    }

    @Test
    void aListenerOnAnotherTopicIsRefused() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> listen("meter-service.codes", Topics.OTP_REQUESTED))
                .withMessage("listener meter-service.codes: reads consumer.otp-requested.v1"
                        + " (expected: a topic that meter-service reads by the catalogue Topics)");
        assertThat(batches.topics()).isEmpty();
    }

    @Test
    void aListenerOfAnotherNameIsRefused() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> listen("recharges", Topics.RECHARGES))
                .withMessage("listener: recharges (expected: meter-service.<what>)");
    }

    private <T extends SpecificRecord> void listen(String listener, Topic<T> topic) {
        batches.of(listener, topic, batch -> Mono.empty());
    }
}
