package in.sampark.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sampark.launcher.RunningSystem;
import in.sampark.launcher.story.Api;
import in.sampark.launcher.story.Api.Who;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** A field officer who has codes sent to consumers whose numbers are proven already. */
final class Officer {

    private static final Who OFFICER = new Who("field-officer", "officer", "DVVNL/AGRA/MATHURA");
    private static final int FIRST_NUMBER = 10_001;

    /** A code that was asked for. */
    record Asked(String to, Instant at) {}

    private final Api api;
    private final RunningSystem system;
    private final Phones phones;

    Officer(RunningSystem system) {
        this.api = new Api(system.issuer());
        this.system = system;
        this.phones = new Phones(system);
    }

    /** Has a code sent. @param meter by its place in the file, from 0 */
    Asked ask(int meter) {
        String connection = api.get(system.simulator().resolve("/feed/meters"))
                .get(meter)
                .required("connectionId")
                .asString();
        String mobile = "98970" + (FIRST_NUMBER + meter);
        Instant now = Instant.now();
        URI challenges = system.service("consumer-service")
                .resolve("/api/v1/connections/" + connection.replace(":", "%3A") + "/otp-challenges");
        api.post(challenges, OFFICER, Map.of("mobile", mobile));
        return new Asked("+91" + mobile, now);
    }

    void awaitOnPhone(Asked code) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(phones.all())
                        .anyMatch(message -> message.to().equals(code.to())
                                && message.receivedAt().isAfter(code.at())));
    }
}
