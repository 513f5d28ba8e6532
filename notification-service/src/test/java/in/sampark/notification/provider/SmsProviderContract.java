package in.sampark.notification.provider;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.notification.provider.domain.Outcome;
import in.sampark.notification.provider.domain.OutgoingSms;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every provider promises, shown against a counterpart that behaves in the ways gateways do. */
public abstract class SmsProviderContract {

    /** How the counterpart behaves. */
    public enum Behaviour {
        TAKES,
        REFUSES_FOR_GOOD,
        REFUSES_THE_CREDENTIALS,
        FAILS,
        ASKS_TO_SLOW_DOWN,
        HANGS,
        TALKS_NONSENSE,
        HANGS_UP,
        IS_NOT_THERE
    }

    private static final Duration SOON = Duration.ofSeconds(20);

    protected final OutgoingSms sms = new OutgoingSms(
            UUID.fromString("5f0c2c1e-8f6a-5d1c-9a55-0f5a3a8e9b01"),
            "+919897010001",
            "आपका कोड \"123456\" है",
            "DVVNLT",
            "1101000000000010001",
            "1107000000000020001",
            true,
            Texts.LATE,
            Map.of("code", "123456"));

    /** A provider whose counterpart behaves so. */
    protected abstract SmsProvider provider(Behaviour behaviour);

    /** The id the counterpart gave the one message it has taken. */
    protected abstract String idGiven();

    /** The text of the one message the counterpart has seen. */
    protected abstract String textSeen();

    @Test
    void aMessageTakenIsAcceptedWithTheProvidersId() {
        Outcome outcome = outcome(Behaviour.TAKES);
        assertThat(outcome).isEqualTo(new Outcome.Accepted(idGiven()));
        assertThat(textSeen()).isEqualTo(sms.text());
    }

    @Test
    void aMessageRefusedForGoodIsNotTriedAgain() {
        assertThat(outcome(Behaviour.REFUSES_FOR_GOOD))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.permanent()).isTrue());
    }

    @Test
    void refusedCredentialsAreNotTheMessagesFault() {
        assertThat(outcome(Behaviour.REFUSES_THE_CREDENTIALS).leavesItToOthers())
                .isTrue();
    }

    @Test
    void aFailingProviderIsNotWell() {
        assertThat(outcome(Behaviour.FAILS)).isInstanceOf(Outcome.Unavailable.class);
    }

    @Test
    void aRequestToSlowDownIsUnderstood() {
        assertThat(outcome(Behaviour.ASKS_TO_SLOW_DOWN)).isEqualTo(new Outcome.Throttled(Duration.ofSeconds(7)));
    }

    @Test
    void whatAHangingProviderDidIsUnknown() {
        assertThat(outcome(Behaviour.HANGS)).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void whatANonsensicalAnswerMeansIsUnknown() {
        assertThat(outcome(Behaviour.TALKS_NONSENSE)).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void whatAProviderDidThatHangsUpIsUnknown() {
        assertThat(outcome(Behaviour.HANGS_UP)).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void aProviderThatIsNotThereSurelyTookNothing() {
        assertThat(outcome(Behaviour.IS_NOT_THERE)).isEqualTo(new Outcome.Unavailable("NO_CONNECTION"));
    }

    private Outcome outcome(Behaviour behaviour) {
        Outcome outcome = provider(behaviour).send(sms).block(SOON);
        assertThat(outcome).isNotNull();
        return outcome;
    }
}
