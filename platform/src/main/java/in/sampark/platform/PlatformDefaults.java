package in.sampark.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;

/** Puts the platform's settings below everything a service or its environment says. */
public final class PlatformDefaults implements EnvironmentPostProcessor {

    private final YamlPropertySourceLoader yaml = new YamlPropertySourceLoader();

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        addLast(environment, "platform-defaults.yml");
        addLast(environment, "serde.yml");
    }

    private void addLast(ConfigurableEnvironment environment, String file) {
        try {
            yaml.load(file, new ClassPathResource(file)).forEach(environment.getPropertySources()::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
