package in.sampark.platform.web;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** An answer that says what is wrong, as RFC 9457 problem detail. */
public final class Problem extends ErrorResponseException {

    private Problem(HttpStatus status, @Nullable String detail) {
        super(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }

    /** 400: a value that cannot be accepted. Mask personal data in {@code value}. */
    public static Problem invalid(String field, @Nullable Object value, String expected) {
        return new Problem(HttpStatus.BAD_REQUEST, field + ": " + value + " (expected: " + expected + ")")
                .with("field", field)
                .with("expected", expected);
    }

    /** 403: the caller may not do this, here. */
    public static Problem forbidden(String detail) {
        return new Problem(HttpStatus.FORBIDDEN, detail);
    }

    /** 404: no such thing, or none the caller may know of. */
    public static Problem notFound(String what) {
        return new Problem(HttpStatus.NOT_FOUND, what);
    }

    /** 408: the request took too long to come. */
    public static Problem late(String detail) {
        return new Problem(HttpStatus.REQUEST_TIMEOUT, detail);
    }

    /** 409: not possible in the present state. */
    public static Problem conflict(@Nullable String detail) {
        return new Problem(HttpStatus.CONFLICT, detail);
    }

    /** 410: was possible once, never again. */
    public static Problem gone(String detail) {
        return new Problem(HttpStatus.GONE, detail);
    }

    /** 412: what the caller has seen is no longer so. */
    public static Problem changedMeanwhile(String detail) {
        return new Problem(HttpStatus.PRECONDITION_FAILED, detail);
    }

    /** 428: the caller has to say what it has seen. */
    public static Problem unconditional(String detail) {
        return new Problem(HttpStatus.PRECONDITION_REQUIRED, detail);
    }

    /** 422: understood, and wrong. */
    public static Problem unprocessable(String detail) {
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, detail);
    }

    /** 429: later. @param retryAfter when it may be tried again; told in whole seconds, not too early */
    public static Problem tooMany(String detail, Duration retryAfter) {
        return new Problem(HttpStatus.TOO_MANY_REQUESTS, detail)
                .after(retryAfter.plusMillis(999).toSeconds());
    }

    /** 500: nothing the caller can mend. @param id under which the log says what it was */
    static Problem unexpected(UUID id) {
        return new Problem(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "failed for a reason that the service's log tells under this id")
                .with("id", id.toString());
    }

    /** 503: not now, because something it takes does not answer. @param retryAfterSeconds when it may be tried again */
    public static Problem unavailable(String detail, long retryAfterSeconds) {
        return new Problem(HttpStatus.SERVICE_UNAVAILABLE, detail).after(retryAfterSeconds);
    }

    /** Says when it may be tried again. */
    public Problem after(long seconds) {
        getHeaders().set("Retry-After", Long.toString(seconds));
        return this;
    }

    /** Adds a member a program can read. */
    public Problem with(String name, Object value) {
        getBody().setProperty(name, value);
        return this;
    }
}
