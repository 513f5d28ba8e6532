package in.sampark.notification.plan.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import in.sampark.notification.message.domain.Lane;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RulesTest {

    private static final Rule DUE = rule("DUE", Audience.VERIFIED_CONTACT, null);

    @Test
    void topicsThatOvertakeAreFollowedToo() {
        assertThat(new Rules(List.of(DUE)).connectionTopics()).containsExactly("due", "switched");
    }

    @Test
    void aRuleMayComeAfterAnother() {
        Rules rules = new Rules(List.of(rule("WITHDRAWN", Audience.VERIFIED_CONTACT, "DUE"), DUE));

        assertThat(rules.named()).containsExactly("DUE");
    }

    @Test
    void aRuleAfterNothingThatAConnectionIsToldCannotBeMade() {
        Rule many = rule("MANY", Audience.SUPPLIED_CONSUMERS, null);
        for (Rule wrong : List.of(
                rule("WITHDRAWN", Audience.VERIFIED_CONTACT, "OTHER"),
                rule("WITHDRAWN", Audience.VERIFIED_CONTACT, "WITHDRAWN"),
                rule("WITHDRAWN", Audience.VERIFIED_CONTACT, "MANY"),
                rule("WITHDRAWN", Audience.SUPPLIED_CONSUMERS, "DUE"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Rules(List.of(DUE, many, wrong)))
                    .withMessageStartingWith("WITHDRAWN: after " + wrong.after()
                            + " (expected: the kind of another notice, both to a connection's");
        }
    }

    private static Rule rule(String kind, Audience audience, @Nullable String after) {
        return new Rule(
                kind,
                "due",
                Map.of(),
                audience,
                Lane.ALERT,
                Duration.ofHours(1),
                null,
                new OvertakenBy.LaterEvent(Set.of("due", "switched"), null),
                after,
                null,
                null,
                List.of(Channel.SMS),
                List.of(new Wording("any", Map.of())));
    }
}
