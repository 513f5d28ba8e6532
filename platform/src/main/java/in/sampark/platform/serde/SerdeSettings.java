package in.sampark.platform.serde;

import java.net.URI;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The schema registry and the serialiser that talks to it. Both are known by name only, so that another vendor's takes their place by
 * configuration.
 *
 * @param registryUrl the registry's Confluent-compatible API
 * @param serializer class name of a Kafka {@code Serializer<Object>} for Avro in the Confluent wire format
 * @param deserializer class name of its {@code Deserializer<Object>}
 * @param properties what the two are configured with
 */
@ConfigurationProperties("sampark.serde")
public record SerdeSettings(URI registryUrl, String serializer, String deserializer, Map<String, String> properties) {}
