package in.sampark.platform.serde;

import in.sampark.contract.Topic;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.util.retry.Retry;

/** Enters contracts into the registry, through the API that Confluent's and Apicurio's registry have in common. */
public final class SchemaRegistration {

    private static final Logger log = LoggerFactory.getLogger(SchemaRegistration.class);
    private static final MediaType SCHEMA_REGISTRY = MediaType.parseMediaType("application/vnd.schemaregistry.v1+json");

    /** Every version reads what any other wrote: readers and writers are never replaced together, and old records stay. */
    private static final String COMPATIBILITY = "FULL_TRANSITIVE";

    /** Instances that start together say the same at the same moment: the registry answers all but one with an error, once. */
    private static final Retry AFTER_ANOTHER = Retry.backoff(5, Duration.ofMillis(100))
            .jitter(1)
            .filter(WebClientResponseException.class::isInstance)
            .onRetryExhaustedThrow((retry, last) -> last.failure());

    /** What the registry says of a contract it does not take. */
    private record Refusal(String message) {}

    private final WebClient registry;

    public SchemaRegistration(URI registryUrl) {
        this.registry = WebClient.create(registryUrl.toString());
    }

    /**
     * Has the registry hold the topic's subject to compatibility, and enters the contract; one that is there already stays as it
     * is. Blocks: for start-up only.
     *
     * @throws IllegalStateException when the registry refuses the contract, with the subject and the difference
     */
    public void register(Topic<?> topic) {
        demandCompatibility(topic);
        enter(topic);
        log.debug("contract of {} registered", topic);
    }

    private void demandCompatibility(Topic<?> topic) {
        registry.put()
                .uri("/config/{subject}", topic.subject())
                .contentType(SCHEMA_REGISTRY)
                .bodyValue(Map.of("compatibility", COMPATIBILITY))
                .retrieve()
                .toBodilessEntity()
                .retryWhen(AFTER_ANOTHER)
                .block();
    }

    private void enter(Topic<?> topic) {
        registry.post()
                .uri("/subjects/{subject}/versions", topic.subject())
                .contentType(SCHEMA_REGISTRY)
                .bodyValue(Map.of("schema", topic.schema().toString()))
                .retrieve()
                .onStatus(
                        HttpStatus.CONFLICT::equals,
                        answer -> answer.bodyToMono(Refusal.class)
                                .map(refusal -> new IllegalStateException(
                                        "contract of %s: refused by the registry: %s (expected: one that is %s compatible with its versions there)"
                                                .formatted(topic.subject(), refusal.message(), COMPATIBILITY))))
                .toBodilessEntity()
                .retryWhen(AFTER_ANOTHER)
                .block();
    }
}
