package in.sampark.notification.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import in.sampark.notification.dispatch.DispatchSettings.BreakerSettings;
import in.sampark.notification.dispatch.DispatchSettings.PermittedHours;
import in.sampark.notification.message.domain.Lane;
import in.sampark.notification.provider.ProviderSettings;
import in.sampark.notification.provider.SmsProvider;
import in.sampark.notification.provider.SmsProviders;
import in.sampark.platform.messaging.MessagingSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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

    @Test
    void atEachProviderWithARateATurnMayBeWaitedFor() {
        assertThat(settings("msdg,gupshup").batchAtMost(Lane.BULK, rated()))
                .isEqualTo(Duration.ofSeconds(15 + 2 * 14 + 15));
        assertThat(settings("msdg,gupshup").batchAtMost(Lane.BULK, rated("msdg", "gupshup")))
                .isEqualTo(Duration.ofSeconds(15 + 2 * (14 + 1) + 15));
    }

    @Test
    void threeProvidersWithRatesNeedNoOtherSettings() {
        assertThatCode(() -> DispatchConfiguration.everyBatchEndsInTime(
                        settings("msdg,msg91,gupshup"),
                        rated("msdg", "msg91", "gupshup"),
                        bound("msdg", "sampark.messaging", MessagingSettings.class)))
                .doesNotThrowAnyException();
    }

    @Test
    void aBatchThatMayOutlastItsTimeIsRefusedAndItSaysWhatToSet() {
        assertThatThrownBy(() -> DispatchConfiguration.everyBatchEndsInTime(
                        settings("a,b,c,d,e,f"),
                        rated("a", "b", "c", "d", "e", "f"),
                        bound("a", "sampark.messaging", MessagingSettings.class)))
                .hasMessageContaining("batch-timeout: PT2M (expected: more than PT2M, which a batch of ALERT may take")
                .hasMessageContaining("SAMPARK_BATCH_TIMEOUT");
    }

    /** The default of 14 s with a connect-timeout of 7 s. */
    @Test
    void aTimeInWhichAMessageMayStillStandInLineIsRefused() {
        SmsProvider slow = mock();
        when(slow.name()).thenReturn("msdg");
        when(slow.inLineAtMost()).thenReturn(Duration.ofSeconds(14));

        assertThatThrownBy(() -> new DispatchConfiguration()
                        .handOver(
                                new SmsProviders(List.of(slow)),
                                new ProviderSettings(Map.of()),
                                mock(),
                                settings("msdg"),
                                new SimpleMeterRegistry()))
                .hasMessageContaining("send-timeout: PT14S (expected: more than PT14S, for so long, twice its")
                .hasMessageContaining("of msdg");
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

    private static ProviderSettings rated(String... names) {
        return new ProviderSettings(Stream.of(names)
                .collect(Collectors.toMap(name -> name, name -> new ProviderSettings.Provider(mock(), 80, 20))));
    }

    private static DispatchSettings settings(String provider) {
        return bound(provider, "sampark.dispatch", DispatchSettings.class);
    }

    private static <S> S bound(String provider, String prefix, Class<S> type) {
        var environment = new StandardEnvironment();
        Map<String, Object> variables = Map.of("SAMPARK_SMS_GATEWAYS", GATEWAYS, "SAMPARK_SMS_PROVIDER", provider);
        environment.getPropertySources().addFirst(new MapPropertySource("variables", variables));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return Binder.get(environment).bind(prefix, type).get();
    }
}
