package in.sampark.platform.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.reactive.resource.NoResourceFoundException;
import org.springframework.web.reactive.result.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;

/**
 * Answers input of the wrong type with the field and what was expected of it. The value is left out: it may be personal, and whoever sent
 * it has it.
 */
@ControllerAdvice
public class InputProblems extends ResponseEntityExceptionHandler {

    private static final String JSON = "JSON, as the interface's description has it";
    private static final String FILE = "a file that is not empty";
    private static final String SOMETHING_ELSE = "another type, see the interface's description";
    private static final String WHOLE_NUMBER = "a whole number";
    private static final String TIME = "a time like 2026-04-01T05:30:00Z";

    private static final Pattern SHORT_AND_PRINTABLE = Pattern.compile("[\\p{Graph} ]{1,40}");
    private static final Pattern PERHAPS_PERSONAL = Pattern.compile("(\\d\\D*){10}|@");

    private static final Map<Class<?>, String> EXPECTED = Map.ofEntries(
            Map.entry(int.class, WHOLE_NUMBER),
            Map.entry(Integer.class, WHOLE_NUMBER),
            Map.entry(long.class, WHOLE_NUMBER),
            Map.entry(Long.class, WHOLE_NUMBER),
            Map.entry(boolean.class, "true or false"),
            Map.entry(Boolean.class, "true or false"),
            Map.entry(String.class, TextWithoutNul.EXPECTED),
            Map.entry(LocalDate.class, "a date like 2026-04-01"),
            Map.entry(Instant.class, TIME),
            Map.entry(OffsetDateTime.class, TIME),
            Map.entry(UUID.class, "a UUID"),
            Map.entry(List.class, "a list"));

    @Override
    protected Mono<ResponseEntity<Object>> handleServerWebInputException(
            ServerWebInputException wrong, HttpHeaders headers, HttpStatusCode status, ServerWebExchange exchange) {
        return problem(wrong)
                .map(named -> handleExceptionInternal(named, null, headers, named.getStatusCode(), exchange))
                .orElseGet(() -> super.handleServerWebInputException(wrong, headers, status, exchange));
    }

    /** Spring speaks of static resources, of which there are none. */
    @Override
    protected Mono<ResponseEntity<Object>> handleResponseStatusException(
            ResponseStatusException failure, HttpHeaders headers, HttpStatusCode status, ServerWebExchange exchange) {
        if (!(failure instanceof NoResourceFoundException)) {
            return super.handleResponseStatusException(failure, headers, status, exchange);
        }
        Problem nothing =
                Problem.notFound("nothing at " + exchange.getRequest().getPath().value());
        return handleExceptionInternal(nothing, null, headers, nothing.getStatusCode(), exchange);
    }

    private static Optional<Problem> problem(ServerWebInputException wrong) {
        for (Throwable cause = wrong.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof TypeMismatchException mismatch && wrong.getMethodParameter() != null) {
                String name = wrong.getMethodParameter().getParameterName();
                return Optional.of(
                        wrongType(String.valueOf(name), shown(mismatch.getValue()), mismatch.getRequiredType()));
            }
            if (cause instanceof MismatchedInputException mismatch) {
                Object value = mismatch instanceof InvalidFormatException format ? format.getValue() : null;
                return Optional.of(wrongType(path(mismatch.getPath()), shown(value), mismatch.getTargetType()));
            }
            if (cause instanceof JacksonException) {
                return Optional.of(Problem.invalid("body", "not readable", "JSON"));
            }
        }
        return Optional.ofNullable(wrong.getMethodParameter())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                .map(body -> Problem.invalid("body", "none", streams(body) ? FILE : JSON));
    }

    private static boolean streams(MethodParameter body) {
        return ResolvableType.forMethodParameter(body).getGeneric().resolve() == DataBuffer.class;
    }

    private static Problem wrongType(String field, String value, @Nullable Class<?> wanted) {
        return Problem.invalid(field, value, expected(wanted));
    }

    /** What was said, unless a mobile number or an address may be in it, or it is long. */
    private static String shown(@Nullable Object value) {
        return value instanceof String text
                        && SHORT_AND_PRINTABLE.matcher(text).matches()
                        && !PERHAPS_PERSONAL.matcher(text).find()
                ? text
                : "of another type";
    }

    private static String expected(@Nullable Class<?> wanted) {
        if (wanted != null && wanted.isEnum()) {
            return "one of " + List.of(wanted.getEnumConstants());
        }
        return wanted == null ? SOMETHING_ELSE : EXPECTED.getOrDefault(wanted, SOMETHING_ELSE);
    }

    /** As in {@code windows[0].from}; the body itself when it is the whole that does not fit. */
    private static String path(List<JacksonException.Reference> references) {
        String path = references.stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining());
        return path.isEmpty() ? "body" : path.startsWith(".") ? path.substring(1) : path;
    }
}
