package in.sampark.notification.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.config.ConfigDataResourceNotFoundException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** One variable chooses the gateway; those not chosen are not looked at, so that nothing has to be said of them. */
class GatewayChoiceTest {

    @ParameterizedTest
    @ValueSource(strings = {"simulator", "msdg", "msg91", "gupshup"})
    void theChosenGatewayIsTheOnlyOne(String name) {
        StandardEnvironment environment = started(Map.of("SAMPARK_SMS_PROVIDER", name));

        assertThat(providers(environment)).containsExactly(name);
        assertThat(environment.getProperty("sampark.dispatch.provider")).isEqualTo(name);
    }

    @Test
    void withoutAChoiceItIsTheSimulator() {
        assertThat(providers(started(Map.of()))).containsExactly("simulator");
    }

    @Test
    void severalMayBeNamedByTheirFiles() {
        String files = "classpath:gateways/msdg.yml,classpath:gateways/gupshup.yml";

        assertThat(providers(started(Map.of("SAMPARK_SMS_GATEWAYS", files, "SAMPARK_SMS_PROVIDER", "msdg"))))
                .containsExactlyInAnyOrder("msdg", "gupshup");
    }

    @Test
    void aGatewayNobodyKnowsIsNamed() {
        assertThatThrownBy(() -> started(Map.of("SAMPARK_SMS_PROVIDER", "pigeon")))
                .isInstanceOf(ConfigDataResourceNotFoundException.class)
                .hasMessageContaining("gateways/pigeon.yml");
    }

    private static Set<String> providers(StandardEnvironment environment) {
        return Binder.get(environment)
                .bind("sampark.providers", Bindable.mapOf(String.class, Object.class))
                .get()
                .keySet();
    }

    private static StandardEnvironment started(Map<String, Object> variables) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("variables", variables));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return environment;
    }
}
