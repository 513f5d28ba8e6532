package in.sampark.simulator.sms.trouble;

import in.sampark.simulator.sms.domain.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with the gateway.
 *
 * @param latency how much later it answers
 * @param taken whether a message is carried to its phone although its sender gets another than the usual answer
 * @param share of the requests that meet the trouble: above 0, at most 1
 * @param requests how many requests meet it before it is over; null when it lasts until it is changed
 * @param perSecond so many within a second never meet it; null when any may
 */
record Trouble(
        Duration latency,
        Answer answer,
        boolean taken,
        double share,
        @Nullable Long requests,
        @Nullable Integer perSecond) {

    /** Nothing is wrong. */
    static final Trouble NONE = new Trouble(Duration.ZERO, new Answer.Usual(), true, 1, null, null);

    Trouble {
        require(!latency.isNegative(), "latencyMs: " + latency.toMillis() + " (expected: >= 0)");
        require(share > 0 && share <= 1, "share: " + share + " (expected: above 0, at most 1)");
        require(requests == null || requests > 0, "requests: " + requests + " (expected: > 0)");
        require(perSecond == null || perSecond > 0, "perSecond: " + perSecond + " (expected: > 0)");
        if (answer instanceof Answer.Status(int code, Long retryAfter)) {
            require(code >= 400 && code <= 599, "status: " + code + " (expected: 400 to 599)");
            require(retryAfter == null || retryAfter >= 0, "retryAfterSeconds: " + retryAfter + " (expected: >= 0)");
        }
    }

    private static void require(boolean held, String otherwise) {
        if (!held) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** Whether a request ever meets it. */
    boolean any() {
        return !latency.isZero() || !(answer instanceof Answer.Usual);
    }

    /** In a line, for people; empty when nothing is wrong. */
    String inWords() {
        List<String> words = new ArrayList<>();
        if (!latency.isZero()) {
            words.add("answers %d ms late".formatted(latency.toMillis()));
        }
        switch (answer) {
            case Answer.Usual() -> {}
            case Answer.Status(int code, Long _) -> words.add("answers HTTP " + code);
            case Answer.Words(Refusal refusal) -> words.add("answers: " + refusal.message());
            case Answer.Nonsense() -> words.add("answers nonsense");
            case Answer.Silence() -> words.add("hangs");
            case Answer.Disconnect() -> words.add("hangs up");
        }
        if (!(answer instanceof Answer.Usual) && taken) {
            words.add("although it takes the message");
        }
        if (any() && share < 1) {
            words.add(String.format(Locale.ROOT, "to %.0f %% of the requests", share * 100));
        }
        if (any() && perSecond != null) {
            words.add("but for %d a second".formatted(perSecond));
        }
        return String.join(", ", words);
    }
}
