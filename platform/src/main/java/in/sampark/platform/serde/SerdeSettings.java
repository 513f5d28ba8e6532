package in.sampark.platform.serde;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

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
public record SerdeSettings(URI registryUrl, String serializer, String deserializer, Map<String, String> properties) {

    /**
     * The settings a service would have with this registry, for programs that are none.
     *
     * @param registry the registry's base address, as in {@code SAMPARK_REGISTRY_URL}
     */
    public static SerdeSettings ofRegistry(URI registry) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("registry", Map.of("SAMPARK_REGISTRY_URL", registry.toString())));
        try {
            new YamlPropertySourceLoader()
                    .load("serde", new ClassPathResource("serde.yml"))
                    .forEach(environment.getPropertySources()::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Binder.get(environment)
                .bind("sampark.serde", SerdeSettings.class)
                .get();
    }
}
