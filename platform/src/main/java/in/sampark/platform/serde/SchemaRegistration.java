package in.sampark.platform.serde;

import in.sampark.contract.Topic;
import java.net.URI;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;

/** Enters contracts into the registry, through the API that Confluent's and Apicurio's registry have in common. */
public final class SchemaRegistration {

    private static final Logger log = LoggerFactory.getLogger(SchemaRegistration.class);
    private static final MediaType SCHEMA_REGISTRY = MediaType.parseMediaType("application/vnd.schemaregistry.v1+json");

    private final WebClient registry;

    public SchemaRegistration(URI registryUrl) {
        this.registry = WebClient.create(registryUrl.toString());
    }

    /** Enters the topic's contract; one that is there already stays as it is. Blocks: for start-up only. */
    public void register(Topic<?> topic) {
        registry.post()
                .uri("/subjects/{subject}/versions", topic.subject())
                .contentType(SCHEMA_REGISTRY)
                .bodyValue(Map.of("schema", topic.schema().toString()))
                .retrieve()
                .toBodilessEntity()
                .block();
        log.debug("contract of {} registered", topic);
    }
}
