package in.sampark.notification;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.notification.dispatch.domain.Claimed;
import in.sampark.notification.dispatch.domain.Ended;
import in.sampark.notification.dispatch.domain.Verdict;
import in.sampark.notification.dispatch.r2dbc.Claims;
import in.sampark.notification.dispatch.r2dbc.Outcomes;
import in.sampark.notification.message.domain.Lane;
import in.sampark.notification.message.domain.Message;
import in.sampark.notification.message.domain.NamedUuid;
import in.sampark.notification.plan.domain.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who never said what became of a message is asked last, whoever else was asked since. */
class SilentProviderTest extends NotificationTest {

    private static final Duration PAUSE = Duration.ofHours(1);
    private static final Verdict SILENT = new Verdict.Unknown("NO_ANSWER", PAUSE);
    private static final Verdict THROTTLED = new Verdict.Retry("THROTTLED", PAUSE);

    @Autowired
    Rules rules;

    private final UUID token = UUID.randomUUID();
    private UUID id;
    private Claims claims;
    private Outcomes outcomes;

    @BeforeEach
    void ofThisDatabase() {
        id = NamedUuid.ofMessage(clock.instant(), connection, number, "RECHARGE_CREDITED");
        claims = new Claims(database, rules);
        outcomes = new Outcomes(database);
    }

    @Test
    void isTheOneWithoutAnOutcomeNotTheOneThatAnsweredSince() {
        assertThat(attempt(1, "first", SILENT)).isNull();
        assertThat(attempt(2, "second", THROTTLED)).isEqualTo("first");
        assertThat(attempt(3, "second", THROTTLED)).isEqualTo("first");
    }

    @Test
    void isNobodyWhileEverybodyAnswers() {
        assertThat(attempt(1, "first", THROTTLED)).isNull();
        assertThat(attempt(2, "second", SILENT)).isNull();
        assertThat(attempt(3, "first", THROTTLED)).isEqualTo("second");
    }

    /** Who was silent when this attempt began. */
    private String attempt(int attempt, String provider, Verdict verdict) {
        Instant now = clock.instant();
        Message message = new Message(
                id,
                "DVVNL",
                connection,
                number,
                List.of(connection),
                "RECHARGE_CREDITED",
                Lane.ALERT,
                "en",
                Map.of(),
                now,
                now.plus(PAUSE),
                attempt,
                null);
        Claimed claimed = claims.claim(token, Lane.ALERT, List.of(message), Map.of())
                .block()
                .getFirst();
        outcomes.record(token, List.of(new Ended(message, "", provider, verdict)), now)
                .block();
        return claimed.since().silent();
    }
}
