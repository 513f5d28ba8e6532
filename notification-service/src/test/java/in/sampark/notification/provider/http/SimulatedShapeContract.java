package in.sampark.notification.provider.http;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.notification.provider.GatewayFile;
import in.sampark.notification.provider.SmsProvider;
import in.sampark.notification.provider.SmsProviderContract;
import in.sampark.notification.provider.domain.Outcome;
import in.sampark.notification.provider.domain.OutgoingSms;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A gateway's ready file, against the simulator in its shape. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SimulatedShapeContract extends SmsProviderContract {

    private static final String EVERYTHING = "Paid 50% & 1+1=2; see \"#7\" at a/b?c=d\\e <ok>";

    private final String file;
    private final String path;
    private final List<HttpSmsGateway> opened = new ArrayList<>();
    private SimulatedGateway simulated;

    /** @param file name of the gateway's file @param path where the simulator takes messages in that shape */
    SimulatedShapeContract(String file, String path) {
        this.file = file;
        this.path = path;
    }

    /** Environment variables that say where the gateway is and let us in. */
    abstract Map<String, String> variables(String url, String key);

    @BeforeAll
    void startSimulator() {
        simulated = new SimulatedGateway();
    }

    @AfterAll
    void stopSimulator() {
        simulated.close();
    }

    @AfterEach
    void closeGateways() {
        opened.forEach(HttpSmsGateway::close);
        opened.clear();
    }

    @Test
    void allOfTheMessageArrives() {
        String text = EVERYTHING;
        OutgoingSms english = new OutgoingSms(
                sms.reference(),
                "+919897010002",
                text,
                "DVVNLT",
                "1101000000000010001",
                "1107000000000020002",
                true,
                sms.expiresAt(),
                Map.of("words", text));

        provider(Behaviour.TAKES).send(english).block(Duration.ofSeconds(10));

        assertThat(simulated.newest().get("text").asString()).isEqualTo(text);
        assertThat(simulated.newest().get("to").asString()).isEqualTo("+919897010002");
        assertThat(simulated.newest().get("header").asString()).isEqualTo("DVVNLT");
        assertThat(simulated.newest().get("templateId").asString()).isEqualTo("1107000000000020002");
    }

    @Test
    void aFailureInItsOwnWordsIsTriedAgain() {
        SmsProvider provider = gateway(simulated.url(path), SimulatedGateway.KEY);
        simulated.trouble("{\"answer\": \"failure\"}");

        Outcome outcome = provider.send(sms).block(Duration.ofSeconds(10));
        assertThat(outcome).isNotNull();
        assertThat(outcome.leavesItToOthers()).isTrue();
    }

    @Override
    protected SmsProvider provider(Behaviour behaviour) {
        simulated.trouble(trouble(behaviour));
        URI url = behaviour == Behaviour.IS_NOT_THERE ? SimulatedGateway.nobody(path) : simulated.url(path);
        return gateway(url, behaviour == Behaviour.REFUSES_THE_CREDENTIALS ? "stolen" : SimulatedGateway.KEY);
    }

    @Override
    protected String idGiven() {
        return simulated.newest().get("id").asString();
    }

    @Override
    protected String textSeen() {
        return simulated.newest().get("text").asString();
    }

    SmsProvider gateway(URI url, String key) {
        return gateway(variables(url.toString(), key));
    }

    SmsProvider gateway(Map<String, String> variables) {
        var all = new HashMap<>(variables);
        all.put("sampark.providers." + file + ".http.response-timeout", "500ms");
        HttpGatewaySettings settings = new GatewayFile(file, all).http();
        HttpSmsGateway gateway = new HttpSmsGateway(
                file, settings, Set.of("1107000000000020001", "1107000000000020002"), Clock.systemUTC());
        opened.add(gateway);
        return gateway;
    }

    URI url() {
        return simulated.url(path);
    }

    void trouble(String wish) {
        simulated.trouble(wish);
    }

    private static String trouble(Behaviour behaviour) {
        return switch (behaviour) {
            case TAKES, REFUSES_THE_CREDENTIALS, IS_NOT_THERE -> "{}";
            case REFUSES_FOR_GOOD -> "{\"answer\": \"refusal\"}";
            case FAILS -> "{\"answer\": \"status\", \"status\": 500}";
            case ASKS_TO_SLOW_DOWN -> "{\"answer\": \"status\", \"status\": 429, \"retryAfterSeconds\": 7}";
            case HANGS -> "{\"answer\": \"silence\"}";
            case TALKS_NONSENSE -> "{\"answer\": \"nonsense\"}";
            case HANGS_UP -> "{\"answer\": \"disconnect\"}";
        };
    }
}
