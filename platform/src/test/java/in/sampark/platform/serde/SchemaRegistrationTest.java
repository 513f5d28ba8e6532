package in.sampark.platform.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import in.sampark.contract.Topic;
import in.sampark.contract.Topics;
import in.sampark.contract.meter.LowBalance;
import in.sampark.platform.TestKafka;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;

class SchemaRegistrationTest {

    private record Config(
            @JsonProperty("compatibilityLevel") String compatibilityLevel) {}

    private final WebClient registry = WebClient.create(TestKafka.registry().toString());
    private final SchemaRegistration registration = new SchemaRegistration(TestKafka.registry());
    private final Topic<LowBalance> topic = likeLowBalance("test" + UUID.randomUUID());

    @Test
    void theRegistryHoldsTheContractToFullTransitiveCompatibility() {
        registration.register(topic);

        assertThat(level()).isEqualTo("FULL_TRANSITIVE");
        assertThatThrownBy(() -> given(withoutRungValue())).isInstanceOf(WebClientResponseException.Conflict.class);
        assertThat(versions()).containsExactly(1);
    }

    @Test
    void registeringAgainChangesNothing() {
        registration.register(topic);
        registration.register(topic);

        assertThat(versions()).containsExactly(1);
    }

    @Test
    void instancesThatStartTogetherAllSucceed() {
        List<CompletableFuture<Void>> together = Stream.generate(() ->
                        CompletableFuture.runAsync(() -> registration.register(topic), Thread::startVirtualThread))
                .limit(8)
                .toList();

        assertThat(together).allSatisfy(one -> assertThat(one).succeedsWithin(Duration.ofSeconds(30)));
        assertThat(level()).isEqualTo("FULL_TRANSITIVE");
        assertThat(versions()).containsExactly(1);
    }

    @Test
    void aContractThatEarlierReadersCouldNotReadIsRefusedBySubjectAndDifference() {
        given(withoutRungValue());

        assertThatThrownBy(() -> registration.register(topic))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(topic.subject())
                .hasMessageContaining("rungValue")
                .hasMessageContaining("FULL_TRANSITIVE");
        assertThat(versions()).containsExactly(1);
    }

    private String withoutRungValue() {
        return topic.schema().toString().replace("\"rungValue\"", "\"rung\"");
    }

    /** A version that somebody else registers. */
    private void given(String schema) {
        registry.post()
                .uri("/subjects/{subject}/versions", topic.subject())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("schema", schema))
                .retrieve()
                .toBodilessEntity()
                .block();
    }

    private String level() {
        return registry.get()
                .uri("/config/{subject}", topic.subject())
                .retrieve()
                .bodyToMono(Config.class)
                .block()
                .compatibilityLevel();
    }

    private List<Integer> versions() {
        return registry.get()
                .uri("/subjects/{subject}/versions", topic.subject())
                .retrieve()
                .bodyToFlux(Integer.class)
                .collectList()
                .block();
    }

    private static Topic<LowBalance> likeLowBalance(String name) {
        Topic<LowBalance> like = Topics.LOW_BALANCE;
        return new Topic<>(
                name, like.type(), like.keyedBy(), like.key(), like.keeping(), like.writers(), like.readers());
    }
}
