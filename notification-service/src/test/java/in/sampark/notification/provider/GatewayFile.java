package in.sampark.notification.provider;

import in.sampark.notification.provider.http.HttpGatewaySettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/** A gateway's block, read as a service reads it. */
public final class GatewayFile {

    private final String name;
    private final StandardEnvironment environment = new StandardEnvironment();

    /** The shipped file of that name, with these environment variables. */
    public GatewayFile(String name, Map<String, String> variables) {
        this(name, new ClassPathResource("gateways/" + name + ".yml"), variables);
    }

    /** A block of its own: what stands below its name. */
    public static GatewayFile of(String block) {
        String document = "sampark.providers.ours:\n" + block.indent(2);
        return new GatewayFile("ours", new ByteArrayResource(document.getBytes(StandardCharsets.UTF_8)), Map.of());
    }

    private GatewayFile(String name, Resource file, Map<String, String> variables) {
        this.name = name;
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("variables", new HashMap<String, Object>(variables)));
        try {
            new YamlPropertySourceLoader().load(name, file).forEach(environment.getPropertySources()::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public HttpGatewaySettings http() {
        return bound("http", HttpGatewaySettings.class);
    }

    public ProviderSettings.Receipts receipts() {
        return bound("receipts", ProviderSettings.Receipts.class);
    }

    /** Complains of keys that nobody reads. */
    public void check() {
        GatewayKeys keys = new GatewayKeys(environment);
        keys.check(List.of(name), "http", HttpGatewaySettings.class);
        keys.check(List.of(name), "receipts", ProviderSettings.Receipts.class);
    }

    private <T> T bound(String part, Class<T> type) {
        return Binder.get(environment)
                .bind("sampark.providers." + name + "." + part, type)
                .get();
    }
}
