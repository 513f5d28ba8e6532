package in.sampark.notification.plan;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import in.sampark.notification.message.domain.Lane;
import in.sampark.notification.plan.domain.Audience;
import in.sampark.notification.plan.domain.Channel;
import in.sampark.notification.plan.domain.OvertakenBy;
import in.sampark.notification.plan.domain.OvertakenBy.LaterEvent;
import in.sampark.notification.plan.domain.OvertakenBy.Nothing;
import in.sampark.notification.plan.domain.Rule;
import in.sampark.notification.plan.domain.Rules;
import in.sampark.notification.plan.domain.Wording;
import in.sampark.notification.template.domain.Category;
import in.sampark.notification.template.domain.Language;
import in.sampark.notification.template.domain.Registration;
import in.sampark.notification.template.domain.Template;
import in.sampark.notification.template.domain.Templates;
import in.sampark.notification.template.domain.Variable;
import in.sampark.notification.template.domain.Variable.Form;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CheckRulesTest {

    private static final String BILLS = "meter.bills.v1";

    @Test
    void aRuleThatAsksForWhatItsEventSaysFits() {
        assertThatCode(() -> CheckRules.fit(
                        rule("stage", null, new LaterEvent(Set.of(BILLS), "billNumber")), words("bill", "amountPaise")))
                .doesNotThrowAnyException();
    }

    @Test
    void wordsThatNeedWhatTheEventNeverSaysAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CheckRules.fit(rule("stage", null, new Nothing()), words("bill", "amount")))
                .withMessageStartingWith("notice BILL: value amount (expected: one of [account, amountPaise, ");
    }

    @Test
    void soAreConditionsExpiriesAndMattersThatTheEventNeverSays() {
        Templates words = words("bill", "amountPaise");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CheckRules.fit(rule("state", null, new Nothing()), words))
                .withMessageContaining("value state");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CheckRules.fit(rule("stage", "billNumber", new Nothing()), words))
                .withMessage(
                        "notice BILL: value billNumber (expected: one of [dueDate, occurredAt, periodFrom, periodTo])");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CheckRules.fit(rule("stage", "deadline", new Nothing()), words))
                .withMessageContaining("value deadline");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CheckRules.fit(
                        rule("stage", null, new LaterEvent(Set.of(BILLS, "meter.recharge-credited.v1"), "billNumber")),
                        words))
                .withMessageContaining("value billNumber");
    }

    @Test
    void aRuleWithoutWordsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CheckRules.fit(rule("stage", null, new Nothing()), words("other", "amountPaise")))
                .withMessage("template: bill (expected: one of [other])");
    }

    private static Rules rule(String condition, @Nullable String until, OvertakenBy overtakenBy) {
        return new Rules(List.of(new Rule(
                "BILL",
                BILLS,
                Map.of(condition, "PAID"),
                Audience.VERIFIED_CONTACT,
                Lane.ALERT,
                Duration.ofDays(1),
                until,
                overtakenBy,
                null,
                null,
                null,
                List.of(Channel.SMS),
                List.of(new Wording("bill", Map.of())))));
    }

    private static Templates words(String name, String value) {
        Template template = new Template(
                name,
                Language.of("en", Locale.ENGLISH, ZoneId.of("Asia/Kolkata"), "h a", "d MMM, h a", "d MMM"),
                new Registration("DVVNLT", "1101000000000010001", "1107000000000020001", Category.SERVICE_IMPLICIT),
                "Rs {#alphanumeric#}",
                List.of(new Variable(value, Form.RUPEES)),
                1);
        return new Templates(List.of("en"), Map.of(name, Map.of("en", template)));
    }
}
