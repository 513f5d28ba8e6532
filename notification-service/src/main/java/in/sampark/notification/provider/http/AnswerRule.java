package in.sampark.notification.provider.http;

import static in.sampark.notification.provider.http.HttpGatewaySettings.require;

import in.sampark.notification.provider.domain.OperatorTask;
import jakarta.validation.constraints.NotNull;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import tools.jackson.core.JsonPointer;

/**
 * What an answer means that fits all that is said here.
 *
 * @param status HTTP statuses; none for any
 * @param body found in the body; its group {@code id} is the gateway's id of the message, {@code code} why it was refused
 * @param at JSON pointer to the value that {@code is} fits as a whole; that value is why the message was refused
 * @param is null when there only has to be a value
 * @param id JSON pointer to the gateway's id of the message
 * @param task what an operator has to do; null for nothing
 */
public record AnswerRule(
        @DefaultValue Set<Integer> status,
        @Nullable Pattern body,
        @Nullable JsonPointer at,
        @Nullable Pattern is,
        @Nullable JsonPointer id,
        @NotNull Meaning means,
        @Nullable OperatorTask task) {

    static final String ID = "id";
    static final String CODE = "code";

    /** What an answer means. */
    public enum Meaning {
        /** The message was taken. */
        ACCEPTED,
        /** It never will be. */
        REFUSED,
        /** Too much at once. */
        THROTTLED,
        /** Surely not taken, and worth another try. */
        TRY_AGAIN,
        /** It may have been taken. */
        UNKNOWN
    }

    public AnswerRule {
        require(
                status.stream().allMatch(each -> each >= 100 && each <= 599),
                "status: " + status + " (expected: statuses of HTTP, 100 to 599)");
        require(
                !status.isEmpty() || body != null || at != null || id != null,
                "status, body, at, id: none (expected: one at least, for what says nothing fits every answer)");
        require(is == null || at != null, "is: " + is + " (expected: beside at, a JSON pointer to the value)");
        require(
                means != Meaning.ACCEPTED
                        || id != null
                        || body != null && body.namedGroups().containsKey(ID),
                "means: accepted without an id (expected: id, a JSON pointer, or a group (?<id>…) in body)");
        require(
                task == null || means == Meaning.REFUSED || means == Meaning.TRY_AGAIN,
                "task: " + task + " (expected: beside means: refused or try-again)");
    }

    /** Whether it fits every answer that the other fits. */
    boolean covers(AnswerRule other) {
        return (status.isEmpty() || !other.status.isEmpty() && status.containsAll(other.status))
                && (body == null || same(body, other.body))
                && (at == null || at.equals(other.at) && (is == null || same(is, other.is)));
    }

    private static boolean same(Pattern one, @Nullable Pattern other) {
        return other != null && one.pattern().equals(other.pattern());
    }

    boolean readsJson() {
        return at != null || id != null;
    }
}
