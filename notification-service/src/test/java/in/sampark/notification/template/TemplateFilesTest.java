package in.sampark.notification.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import in.sampark.notification.template.domain.Rendering;
import in.sampark.notification.template.domain.Template;
import in.sampark.notification.template.domain.Templates;
import in.sampark.notification.template.domain.Variable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every template file to what operators carry, with the longest values there can be. */
class TemplateFilesTest {

    private static final Templates TEMPLATES = new TemplateFiles().read(List.of("hi", "en"));

    private static final Instant NEW_YEAR = Instant.parse("2029-12-31T18:30:00Z");

    /** Eight hours apart over a year: every month, every part of the day. */
    private static final List<String> MOMENTS = IntStream.range(0, 366 * 8)
            .mapToObj(step -> NEW_YEAR.plus(step * 183L, ChronoUnit.MINUTES).toString())
            .toList();

    static Stream<Template> all() {
        return TEMPLATES.all().stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void carriesTheLongestValuesAtAnyTimeOfTheYear(Template template) {
        for (String moment : MOMENTS) {
            assertThat(template.render(longest(template, moment))).isInstanceOf(Rendering.Text.class);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void isCompleteWithTheSameValuesInEveryLanguage(Template template) {
        String name = template.toString().substring(0, template.toString().indexOf('/'));
        assertThat(template.values())
                .containsExactlyInAnyOrderElementsOf(TEMPLATES.find(name, "en").values());
    }

    @ParameterizedTest
    @MethodSource("all")
    void hasARegistrationOfItsOwn(Template template) {
        assertThat(all().filter(other -> other.registration()
                        .templateId()
                        .equals(template.registration().templateId())))
                .containsExactly(template);
    }

    @Test
    void anotherLanguageIsSpokenToInTheFirst() {
        assertThat(TEMPLATES.find("otp", "ta")).hasToString("otp/hi");
    }

    @Test
    void aLanguageWithoutAllTemplatesIsAFault() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Templates(List.of("hi", "en"), Map.of("otp", Map.of("hi", TEMPLATES.find("otp", "hi")))))
                .withMessage("template otp: [hi] (expected: [hi, en])");
    }

    @Test
    void readsAsAConsumerExpects() {
        Map<String, String> values = Map.of(
                "account", "7010000001",
                "availablePaise", "2939350",
                "occurredAt", "2019-05-19T18:30:00Z",
                "rungUnit", "PERCENT_OF_LAST_RECHARGE",
                "rungValue", "30");
        assertThat(text("low-balance-percent", "en", values))
                .isEqualTo(
                        "Dear consumer, the balance of your prepaid electricity account ending 0001 was Rs 29,393.50 on"
                                + " 20 May, 12:00 am, 30% or less of your last recharge. Please recharge soon for"
                                + " uninterrupted supply. -DVVNL");
        assertThat(text("low-balance-percent", "hi", values))
                .isEqualTo(
                        "प्रिय उपभोक्ता, आपके प्रीपेड बिजली खाते (अंतिम अंक 0001) का बैलेंस 20 मई, मध्यरात्रि 12:00 बजे"
                                + " ₹29,393.50 था, जो पिछले रिचार्ज का 30% या उससे कम है। निर्बाध बिजली आपूर्ति के लिए कृपया"
                                + " शीघ्र रिचार्ज करें। -DVVNL");
    }

    @Test
    void daysLeftAreToldInBothLanguages() {
        Map<String, String> values = Map.of(
                "account", "7160000004",
                "availablePaise", "16413",
                "occurredAt", "2026-10-01T18:30:00Z",
                "rungUnit", "DAYS_LEFT",
                "rungValue", "7");
        assertThat(text("low-balance-days", "en", values))
                .isEqualTo("Dear consumer, the balance of your prepaid electricity account ending 0004 was Rs 164.13 on"
                        + " 2 Oct, 12:00 am. At your recent use it lasts 7 day(s) or less. Please recharge soon for"
                        + " uninterrupted supply. -DVVNL");
        assertThat(text("low-balance-days", "hi", values))
                .contains("₹164.13 था, जो आपकी हाल की खपत पर 7 दिन या उससे कम चलेगा");
    }

    @Test
    void aBillSaysWhatItIsAndWhatIsLeftToPay() {
        Map<String, String> values = Map.of(
                "account", "7160000004",
                "periodTo", "2026-10-31",
                "amountPaise", "98765",
                "outstandingPaise", "58765",
                "dueDate", "2026-11-15");
        assertThat(text("bill-issued", "en", values))
                .isEqualTo("Dear consumer, the electricity bill of account ending 0004 up to 31 Oct 2026 is Rs 987.65."
                        + " Please pay Rs 587.65 (due date 15 Nov 2026). -DVVNL");
        assertThat(text("bill-issued", "hi", values))
                .isEqualTo("प्रिय उपभोक्ता, बिजली खाते (अंतिम अंक 0004) का 31 अक्टूबर 2026 तक का बिल ₹987.65 है। कृपया"
                        + " ₹587.65 का भुगतान करें (अंतिम तिथि 15 नवंबर 2026)। -DVVNL");
    }

    @Test
    void whatIsToBePaidAgainMayHaveBeenDueLongAgo() {
        Map<String, String> values =
                Map.of("account", "7160000004", "outstandingPaise", "58765", "dueDate", "2026-11-15");
        assertThat(text("bill-reopened", "en", values))
                .isEqualTo(
                        "Dear consumer, Rs 587.65 of the electricity bill of account ending 0004 (due date 15 Nov 2026)"
                                + " is to be paid again, as a payment was returned or the bill was changed. -DVVNL");
        assertThat(text("bill-reopened", "hi", values))
                .isEqualTo(
                        "प्रिय उपभोक्ता, भुगतान वापस होने या बिल बदलने के कारण बिजली खाते (अंतिम अंक 0004) के बिल (अंतिम"
                                + " तिथि 15 नवंबर 2026) के ₹587.65 का भुगतान फिर से करना है। -DVVNL");
    }

    @Test
    void ofABillOfLessThanNothingNothingIsAskedFor() {
        Map<String, String> values = Map.of("account", "7160000004", "periodTo", "2026-10-31", "amountPaise", "-4000");
        assertThat(text("bill-issued-settled", "en", values))
                .isEqualTo("Dear consumer, the electricity bill of account ending 0004 up to 31 Oct 2026 is Rs -40.00."
                        + " No payment is due. -DVVNL");
        assertThat(text("bill-issued-settled", "hi", values))
                .isEqualTo(
                        "प्रिय उपभोक्ता, बिजली खाते (अंतिम अंक 0004) का 31 अक्टूबर 2026 तक का बिल ₹-40.00 है। इसका कोई"
                                + " भुगतान बाकी नहीं है। -DVVNL");
    }

    private static String text(String name, String language, Map<String, String> values) {
        return ((Rendering.Text) TEMPLATES.find(name, language).render(values)).text();
    }

    private static Map<String, String> longest(Template template, String moment) {
        var values = new HashMap<String, String>();
        for (Variable variable : template.variables()) {
            values.put(variable.value(), longest(variable, moment));
        }
        return values;
    }

    private static String longest(Variable variable, String moment) {
        return switch (variable.as()) {
            case PLAIN ->
                variable.value().matches("place|reason") ? "मरम्मत ".repeat(7).substring(0, 40) : "999999";
            case RUPEES -> "-99999999999";
            case LAST_FOUR -> "999999999999";
            case LAST_FOURS -> "999999999999,".repeat(100);
            case TIME, DATE_TIME -> moment;
            case DATE -> moment.substring(0, 10);
        };
    }
}
