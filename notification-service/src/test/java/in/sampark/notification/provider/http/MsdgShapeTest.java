package in.sampark.notification.provider.http;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.notification.provider.domain.OperatorTask;
import in.sampark.notification.provider.domain.Outcome;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MsdgShapeTest extends SimulatedShapeContract {

    MsdgShapeTest() {
        super("msdg", "/sms/msdg/esms/sendsmsrequestDLT");
    }

    @Test
    void aMessageThatIsNotSignedWithTheKeyIsRefusedAndNotTheMessagesFault() {
        var variables = new HashMap<>(variables(url().toString(), SimulatedGateway.KEY));
        variables.put("SAMPARK_MSDG_SECURE_KEY", "another");
        trouble("{}");

        assertThat(gateway(variables).send(sms).block(Duration.ofSeconds(10)))
                .isEqualTo(new Outcome.Refused("CODE_416", false, OperatorTask.AUTHENTICATION_REFUSED));
    }

    @Test
    void aRequestToSlowDownInItsOwnWordsIsUnderstood() {
        trouble("{\"answer\": \"busy\"}");

        assertThat(gateway(url(), SimulatedGateway.KEY).send(sms).block(Duration.ofSeconds(10)))
                .isEqualTo(new Outcome.Throttled(null));
    }

    @Override
    Map<String, String> variables(String url, String key) {
        return Map.of(
                "SAMPARK_MSDG_URL", url,
                "SAMPARK_MSDG_USERNAME", "dvvnl",
                "SAMPARK_MSDG_PASSWORD", key,
                "SAMPARK_MSDG_SECURE_KEY", key);
    }
}
