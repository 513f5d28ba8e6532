package in.sampark.notification;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.notification.dispatch.domain.Claimed;
import in.sampark.notification.dispatch.domain.Ended;
import in.sampark.notification.dispatch.domain.Verdict;
import in.sampark.notification.dispatch.r2dbc.Claims;
import in.sampark.notification.dispatch.r2dbc.Outcomes;
import in.sampark.notification.message.domain.Lane;
import in.sampark.notification.message.domain.Message;
import in.sampark.notification.message.domain.MessageState;
import in.sampark.notification.message.domain.NamedUuid;
import in.sampark.notification.message.domain.Step;
import in.sampark.notification.plan.domain.Rules;
import in.sampark.notification.receipt.domain.Receipt;
import in.sampark.notification.receipt.r2dbc.Receipts;
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

    /** What the silent one says late is about the attempt that is being made good. */
    @Test
    void isNotBelievedThatAMessageFailedWhileItIsHandedOverOnceMore() {
        attempt(1, "first", SILENT);
        claim(message(2));

        assertThat(failed("first")).isEmpty();
        assertThat(failed("second"))
                .singleElement()
                .extracting(Step::state, Step::attempt)
                .containsExactly(MessageState.FAILED, 2);
    }

    @Test
    void isBelievedThatAMessageFailedUntilThen() {
        attempt(1, "first", SILENT);

        assertThat(failed("second")).isEmpty();
        assertThat(failed("first")).hasSize(1);
    }

    private List<Step> failed(String provider) {
        return new Receipts(database)
                .take(provider, List.of(new Receipt<>(id, MessageState.FAILED, "UNDELIV", null)), clock.instant())
                .block();
    }

    /** Who was silent when this attempt began. */
    private String attempt(int attempt, String provider, Verdict verdict) {
        Message message = message(attempt);
        Claimed claimed = claim(message);
        outcomes.record(token, List.of(new Ended(message, "", provider, verdict)), clock.instant())
                .block();
        return claimed.since().silent();
    }

    private Claimed claim(Message message) {
        return claims.claim(token, Lane.ALERT, List.of(message), Map.of())
                .block()
                .getFirst();
    }

    private Message message(int attempt) {
        Instant now = clock.instant();
        return new Message(
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
    }
}
