package in.sampark.notification.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import in.sampark.notification.provider.domain.Outcome;
import in.sampark.notification.provider.domain.OutgoingSms;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.StandardEnvironment;
import reactor.core.publisher.Mono;

class ProviderConfigurationTest {

    private static final ProviderSettings SETTINGS = new ProviderSettings(Map.of(
            "operator",
            new ProviderSettings.Provider(
                    new GatewayFile("simulator", Map.of("SAMPARK_SMS_WEBHOOK_SECRET", "s")).receipts(), null, 20)));

    private static final GatewayKeys NO_FILE = new GatewayKeys(new StandardEnvironment());

    private static final SmsProtocol PIGEON = () -> List.of(new Pigeon());

    private record Pigeon() implements SmsProvider {

        @Override
        public String name() {
            return "operator";
        }

        @Override
        public Mono<Outcome> send(OutgoingSms sms) {
            return Mono.just(new Outcome.Accepted("1"));
        }
    }

    private final ProviderConfiguration configuration = new ProviderConfiguration();

    @Test
    void aProviderIsOfTheProtocolThatKnowsIt() {
        assertThat(configuration
                        .smsProviders(SETTINGS, List.of(PIGEON), NO_FILE)
                        .named("operator"))
                .isInstanceOf(Pigeon.class);
    }

    @Test
    void aProviderOfNoProtocolOrOfTwoIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> configuration.smsProviders(SETTINGS, List.of(), NO_FILE))
                .withMessage("sampark.providers.operator: 0 protocols (expected: one, e.g. http)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> configuration.smsProviders(SETTINGS, List.of(PIGEON, PIGEON), NO_FILE))
                .withMessageContaining("2 protocols");
    }
}
