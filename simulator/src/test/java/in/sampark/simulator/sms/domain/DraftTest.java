package in.sampark.simulator.sms.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DraftTest {

    @Test
    void completeDraftIsTaken() {
        assertThat(draft("+919897010001", "नमस्ते", "m-1", "DVVNLT", "1107161234567890123")
                        .judge())
                .isEqualTo(new Verdict.Taken(new Submission(
                        "+919897010001", "नमस्ते", "m-1", "DVVNLT", "1001234567890123456", "1107161234567890123")));
    }

    @Test
    void numberMustBeAnIndianMobile() {
        assertRefused(draft("9897010001", "text", "m-1", "DVVNLT", "110716123456"), Refusal.INVALID_NUMBER);
        assertRefused(draft("+915897010001", "text", "m-1", "DVVNLT", "110716123456"), Refusal.INVALID_NUMBER);
        assertRefused(draft("+9198970100012", "text", "m-1", "DVVNLT", "110716123456"), Refusal.INVALID_NUMBER);
        assertRefused(draft(null, "text", "m-1", "DVVNLT", "110716123456"), Refusal.INVALID_NUMBER);
    }

    @Test
    void textMustSaySomethingBriefly() {
        assertRefused(draft("+919897010001", " ", "m-1", "DVVNLT", "110716123456"), Refusal.MISSING_TEXT);
        assertRefused(draft("+919897010001", null, "m-1", "DVVNLT", "110716123456"), Refusal.MISSING_TEXT);
        assertRefused(draft("+919897010001", "x".repeat(1001), "m-1", "DVVNLT", "110716123456"), Refusal.TEXT_TOO_LONG);
    }

    @Test
    void registrationMustBeNamed() {
        assertRefused(draft("+919897010001", "text", "", "DVVNLT", "110716123456"), Refusal.INVALID_REFERENCE);
        assertRefused(draft("+919897010001", "text", "m-1", "DVVNLXX", "110716123456"), Refusal.INVALID_HEADER);
        assertRefused(draft("+919897010001", "text", "m-1", "DVVNLT", null), Refusal.INVALID_TEMPLATE);
        assertRefused(draft("+919897010001", "text", "m-1", "DVVNLT", "1107"), Refusal.INVALID_TEMPLATE);
        assertRefused(
                new Draft("+919897010001", "text", "m-1", "DVVNLT", null, "110716123456"), Refusal.INVALID_ENTITY);
    }

    private static void assertRefused(Draft draft, Refusal expected) {
        assertThat(draft.judge()).isEqualTo(new Verdict.Refused(expected));
    }

    private static Draft draft(
            @Nullable String to,
            @Nullable String text,
            @Nullable String reference,
            @Nullable String header,
            @Nullable String template) {
        return new Draft(to, text, reference, header, "1001234567890123456", template);
    }
}
