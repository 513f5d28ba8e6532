package in.sampark.notification.provider.http;

import in.sampark.notification.provider.domain.Outcome;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Understands what a gateway answers. Of what it says no more than an id and a short code goes any further. */
final class Answers {

    /** A code for an error; nothing that could be a number or a text. */
    private static final Pattern SHORT = Pattern.compile("[\\w.-]{1,8}");

    private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,100}");
    /** By these a proxy speaks of a gateway from which it did not hear: it may have taken the message. */
    private static final Set<Integer> OF_A_PROXY = Set.of(408, 502, 504, 520, 521, 522, 523, 524);

    private static final JsonMapper JSON = JsonMapper.shared();

    /** What a rule found: the gateway's id of the message, and a code. */
    private record Found(@Nullable String id, @Nullable String code) {}

    private final List<AnswerRule> rules;
    private final boolean readsJson;

    Answers(List<AnswerRule> rules) {
        this.rules = List.copyOf(rules);
        this.readsJson = rules.stream().anyMatch(AnswerRule::readsJson);
    }

    /** By the first rule that fits. Without one, whatever does not say that it went well is worth another try, but for what a proxy says. */
    Outcome outcome(ResponseEntity<String> answer) {
        int status = answer.getStatusCode().value();
        String body = answer.getBody() == null ? "" : answer.getBody();
        JsonNode json = readsJson ? json(body) : MissingNode.getInstance();
        for (AnswerRule rule : rules) {
            Found found = rule.status().isEmpty() || rule.status().contains(status) ? found(rule, body, json) : null;
            if (found != null) {
                return outcome(rule, found, answer);
            }
        }
        if (answer.getStatusCode().is2xxSuccessful()) {
            return new Outcome.Unknown("ANSWER_NOT_UNDERSTOOD");
        }
        String reason = "HTTP_" + status;
        return OF_A_PROXY.contains(status) ? new Outcome.Unknown(reason) : notTaken(reason, answer);
    }

    private static Outcome outcome(AnswerRule rule, Found found, ResponseEntity<String> answer) {
        String reason = found.code() != null && SHORT.matcher(found.code()).matches()
                ? "CODE_" + found.code()
                : "HTTP_" + answer.getStatusCode().value();
        return switch (rule.means()) {
            case ACCEPTED ->
                found.id() != null && ID.matcher(found.id()).matches()
                        ? new Outcome.Accepted(found.id())
                        : new Outcome.Unknown("ANSWER_WITHOUT_ID");
            case REFUSED -> new Outcome.Refused(reason, true, rule.task());
            case THROTTLED -> new Outcome.Throttled(retryAfter(answer.getHeaders()));
            case TRY_AGAIN ->
                rule.task() == null ? notTaken(reason, answer) : new Outcome.Refused(reason, false, rule.task());
            case UNKNOWN -> new Outcome.Unknown(reason);
        };
    }

    /** By a status 5xx a gateway speaks of itself. */
    private static Outcome notTaken(String reason, ResponseEntity<String> answer) {
        return answer.getStatusCode().is5xxServerError()
                ? new Outcome.Unavailable(reason)
                : new Outcome.Refused(reason, false);
    }

    /** Null when the rule does not fit. */
    private static @Nullable Found found(AnswerRule rule, String body, JsonNode json) {
        Matcher matcher = rule.body() == null ? null : rule.body().matcher(body);
        if (matcher != null && !matcher.find()) {
            return null;
        }
        String value = value(json, rule.at());
        boolean fits = rule.at() == null
                || value != null
                        && (rule.is() == null || rule.is().matcher(value).matches());
        return fits
                ? new Found(
                        rule.id() == null ? group(matcher, AnswerRule.ID) : value(json, rule.id()),
                        value == null ? group(matcher, AnswerRule.CODE) : value)
                : null;
    }

    private static @Nullable String group(@Nullable Matcher matcher, String name) {
        return matcher != null && matcher.namedGroups().containsKey(name) ? matcher.group(name) : null;
    }

    private static @Nullable String value(JsonNode json, @Nullable JsonPointer pointer) {
        JsonNode value = pointer == null ? MissingNode.getInstance() : json.at(pointer);
        return value.isValueNode() && !value.isNull() ? value.asString() : null;
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    /** Seconds, or a date; that one is compared with the answer's own, for whose clock is right is nobody's to say (RFC 9110). */
    private static @Nullable Duration retryAfter(HttpHeaders headers) {
        String given = headers.getFirst(HttpHeaders.RETRY_AFTER);
        if (given == null) {
            return null;
        }
        if (given.matches("\\d{1,6}")) {
            return Duration.ofSeconds(Long.parseLong(given));
        }
        ZonedDateTime then = date(headers, HttpHeaders.RETRY_AFTER);
        ZonedDateTime now = date(headers, HttpHeaders.DATE);
        return then == null || now == null || then.isBefore(now) ? null : Duration.between(now, then);
    }

    private static @Nullable ZonedDateTime date(HttpHeaders headers, String name) {
        try {
            return headers.getFirstZonedDateTime(name);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
