package in.sampark.notification.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import in.sampark.notification.dispatch.DispatchSettings.BreakerSettings;
import in.sampark.notification.dispatch.DispatchSettings.PermittedHours;
import in.sampark.notification.message.domain.Lane;
import in.sampark.notification.provider.ProviderSettings;
import in.sampark.notification.provider.SmsProviders;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class DispatchSettingsTest {

    private static final String GATEWAYS = "classpath:gateways/msdg.yml,classpath:gateways/gupshup.yml";

    @Test
    void severalProvidersStandInOrderOfPreference() {
        assertThat(settings("msdg, gupshup").provider()).containsExactly("msdg", "gupshup");
        assertThat(settings("gupshup,msdg").provider()).containsExactly("gupshup", "msdg");
    }

    @Test
    void theBreakersSizesAreSettings() {
        assertThat(settings("msdg").breaker()).isEqualTo(new BreakerSettings(20, 50, Duration.ofSeconds(15), 5));
    }

    @ParameterizedTest
    @EnumSource(Lane.class)
    void aBatchMayAskTwoProvidersInItsTime(Lane lane) {
        assertThat(settings("msdg,gupshup").batchAtMost(lane)).isLessThan(Duration.ofSeconds(60));
    }

    @Test
    void hoursThatAreNoneAreRefused() {
        assertThat(settings("msdg").permittedHours()).isEqualTo(new PermittedHours("10:00", "21:00"));
        assertThatThrownBy(() -> new PermittedHours("10:00", "24:30"))
                .hasMessage("permitted-hours.to: 24:30 (expected: a time of the day, e.g. 10:00)");
    }

    @Test
    void aProviderNamedTwiceIsRefused() {
        assertThatThrownBy(() -> settings("msdg,msdg"))
                .rootCause()
                .hasMessage("sampark.dispatch.provider: [msdg, msdg] (expected: each of them once)");
    }

    @Test
    void aProviderNobodyKnowsIsRefused() {
        assertThatThrownBy(() -> new DispatchConfiguration()
                        .handOver(
                                new SmsProviders(List.of()),
                                new ProviderSettings(Map.of()),
                                mock(),
                                settings("msdg,pigeon"),
                                new SimpleMeterRegistry()))
                .hasMessage("provider: msdg (expected: one of [])");
    }

    private static DispatchSettings settings(String provider) {
        var environment = new StandardEnvironment();
        Map<String, Object> variables = Map.of("SAMPARK_SMS_GATEWAYS", GATEWAYS, "SAMPARK_SMS_PROVIDER", provider);
        environment.getPropertySources().addFirst(new MapPropertySource("variables", variables));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return Binder.get(environment)
                .bind("sampark.dispatch", DispatchSettings.class)
                .get();
    }
}
