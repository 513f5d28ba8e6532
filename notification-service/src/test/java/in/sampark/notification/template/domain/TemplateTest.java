package in.sampark.notification.template.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import in.sampark.notification.template.domain.Variable.Form;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {

    private static final Language ENGLISH = Language.of(
            "en", Locale.forLanguageTag("en-IN"), ZoneId.of("Asia/Kolkata"), "h:mm a", "d MMM, h:mm a", "d MMM");
    private static final Registration REGISTRATION =
            new Registration("DVVNLT", "1101000000000010001", "1107000000000020001", Category.SERVICE_IMPLICIT);

    private final Template template = template(
            "Rs {#alphanumeric#} on {#alphanumeric#}, account {#numeric#}.",
            new Variable("paid", Form.RUPEES),
            new Variable("at", Form.DATE_TIME),
            new Variable("account", Form.LAST_FOUR));

    @Test
    void variablesAreFilledInOrderAsPeopleReadThem() {
        Rendering.Text text = (Rendering.Text)
                template.render(Map.of("paid", "100000", "at", "2019-05-01T06:30:00Z", "account", "7010000001"));
        assertThat(text.text()).isEqualTo("Rs 1,000.00 on 1 May, 12:00 pm, account 0001.");
    }

    @Test
    void aMissingValueIsNamed() {
        assertThat(template.render(Map.of("paid", "1"))).isEqualTo(new Rendering.Unfit("t/en: at missing"));
    }

    @Test
    void aValueInAnotherUnitIsNamedAndNotQuoted() {
        assertThat(template.render(Map.of("paid", "10 rupees", "at", "x", "account", "1")))
                .isEqualTo(new Rendering.Unfit("t/en: paid not RUPEES"));
    }

    @Test
    void aVariableTakesOnlyItsType() {
        assertThat(template("{#numeric#}", new Variable("code", Form.PLAIN)).render(Map.of("code", "12a456")))
                .isEqualTo(new Rendering.Unfit("t/en: code not NUMERIC of at most 40 characters"));
    }

    @Test
    void aVariableTakesFortyCharactersAtMost() {
        Template name = template("{#alphanumeric#}", new Variable("name", Form.PLAIN));
        assertThat(name.render(Map.of("name", "x".repeat(40)))).isInstanceOf(Rendering.Text.class);
        assertThat(name.render(Map.of("name", "x".repeat(41)))).isInstanceOf(Rendering.Unfit.class);
    }

    @Test
    void aTextDoesNotShowInLogs() {
        Rendering rendering =
                template("{#numeric#}", new Variable("code", Form.PLAIN)).render(Map.of("code", "123456"));
        assertThat(rendering.toString()).doesNotContain("123456");
    }

    @Test
    void everyTagNeedsAVariable() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> template("{#numeric#} {#numeric#}", new Variable("code", Form.PLAIN)))
                .withMessage("t/en: 1 variables (expected: 2, as tagged)");
    }

    @Test
    void aRegistrationWithAMistypedIdCannotBeMade() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Registration("DVVNLT", "11", "1107000000000020001", Category.SERVICE_IMPLICIT))
                .withMessage("principal entity id: 11 (expected: 19 digits)");
    }

    private static Template template(String registered, Variable... variables) {
        return new Template("t", ENGLISH, REGISTRATION, registered, List.of(variables), 1);
    }
}
