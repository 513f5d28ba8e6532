package in.sampark.notification.plan.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import in.sampark.notification.message.domain.Lane;
import in.sampark.notification.plan.domain.Notice.Plan;
import in.sampark.notification.recipient.domain.Contact;
import in.sampark.notification.recipient.domain.Reach;
import in.sampark.notification.recipient.domain.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeTest {

    private static final Instant CROSSED = Instant.parse("2019-05-19T18:30:00Z");

    private static final Rule RULE = rule(
            Duration.ofHours(24), List.of(new Wording("exhausted", Map.of("rung", "0")), new Wording("low", Map.of())));

    private final Notice notice = new Notice(
            new Occurrence(
                    "meter.low-balance.v1", "e1", CROSSED, null, "DVVNL", "DVVNL:7010000001", Map.of("rung", "30")),
            RULE);

    @Test
    void aProvenNumberIsTold() {
        Plan.Tell tell = (Plan.Tell) notice.plan(contact(Standing.VERIFIED));
        assertThat(tell.message().recipient()).isEqualTo("hash");
        assertThat(tell.message().language()).isEqualTo("hi");
        assertThat(tell.message().attempt()).isOne();
        assertThat(tell.message().expiresAt()).isEqualTo(CROSSED.plus(Duration.ofHours(24)));
        assertThat(tell.maskedNumber()).isEqualTo("+91******0001");
    }

    @ParameterizedTest
    @CsvSource({"CLAIMED, NUMBER_NOT_VERIFIED", "UNKNOWN, NUMBER_NOT_VERIFIED", "DOUBTED, NUMBER_DOUBTED"})
    void anyOtherNumberIsNot(Standing standing, Reach.Reason reason) {
        Plan.Keep keep = (Plan.Keep) notice.plan(contact(standing));
        assertThat(keep.unreached().reason()).isEqualTo(reason);
        assertThat(keep.unreached().relevantUntil()).isEqualTo(CROSSED.plus(Duration.ofHours(24)));
    }

    @Test
    void withoutAContactThereIsNobodyToTell() {
        Plan.Keep keep = (Plan.Keep) notice.plan(null);
        assertThat(keep.unreached().reason()).isEqualTo(Reach.Reason.NO_CONTACT);
    }

    @Test
    void theMessageStaysTheSameOneWhenTheNumberIsProvenLater() {
        Plan.Keep before = (Plan.Keep) notice.plan(contact(Standing.CLAIMED));
        Plan.Tell after = (Plan.Tell) notice.plan(contact(Standing.VERIFIED));
        assertThat(after.message().id()).isEqualTo(before.unreached().messageId());
    }

    @Test
    void whatAnEventSaysItselfGoesBeforeTheRule() {
        Instant deadline = CROSSED.plus(Duration.ofHours(3));
        Occurrence limited = new Occurrence(
                "meter.low-balance.v1",
                "e1",
                CROSSED,
                null,
                "DVVNL",
                "DVVNL:7010000001",
                Map.of("rung", "30", "deadline", deadline.toString()));

        Plan.Tell tell = (Plan.Tell) new Notice(limited, RULE).plan(contact(Standing.VERIFIED));

        assertThat(tell.message().expiresAt()).isEqualTo(deadline);
    }

    @Test
    void aDayThatAnEventSaysLastsUntilItsEnd() {
        Occurrence limited = new Occurrence(
                "meter.low-balance.v1",
                "e1",
                CROSSED,
                null,
                "DVVNL",
                "DVVNL:7010000001",
                Map.of("rung", "30", "deadline", "2019-05-22"));

        Plan.Tell tell = (Plan.Tell) new Notice(limited, RULE).plan(contact(Standing.VERIFIED));

        assertThat(tell.message().expiresAt()).isEqualTo(Instant.parse("2019-05-22T18:30:00Z"));
    }

    @Test
    void theFirstWordingThatFitsIsUsed() {
        assertThat(RULE.template(Map.of("rung", "0"))).isEqualTo("exhausted");
        assertThat(RULE.template(Map.of("rung", "10"))).isEqualTo("low");
    }

    @Test
    void aRuleWithoutWordsForEveryNoticeCannotBeMade() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule(Duration.ofHours(1), List.of(new Wording("low", Map.of("rung", "0")))))
                .withMessageContaining("expected: a last one without when");
    }

    @Test
    void aRuleWithoutRelevanceCannotBeMade() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule(null, List.of(new Wording("low", Map.of()))))
                .withMessageContaining("relevant for null (expected: > 0)");
    }

    @Test
    void aRuleNamesItsChannelsEachOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule(List.of()))
                .withMessage("LOW_BALANCE: channels [] (expected: one at least, each once)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule(List.of(Channel.SMS, Channel.SMS)))
                .withMessageContaining("[SMS, SMS] (expected: one at least, each once)");
    }

    private static Rule rule(List<Channel> channels) {
        return rule(Duration.ofHours(1), channels, List.of(new Wording("low", Map.of())));
    }

    private static Rule rule(Duration relevantFor, List<Wording> wordings) {
        return rule(relevantFor, List.of(Channel.SMS), wordings);
    }

    private static Rule rule(Duration relevantFor, List<Channel> channels, List<Wording> wordings) {
        return new Rule(
                "LOW_BALANCE",
                "meter.low-balance.v1",
                Map.of(),
                Audience.VERIFIED_CONTACT,
                Lane.ALERT,
                relevantFor,
                "deadline",
                new OvertakenBy.LaterEvent(Set.of("meter.recharge-credited.v1"), null),
                null,
                "BALANCE",
                null,
                channels,
                wordings);
    }

    private static Contact contact(Standing standing) {
        return new Contact("DVVNL:7010000001", standing, "hash", "+91******0001", "hi");
    }
}
