package in.sampark.platform.web;

import in.sampark.platform.messaging.Healing;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Mono;

/**
 * Answers failures that nobody else answers: those meant for the caller as they are, any other with nothing but an id, by
 * which the log says what it was.
 */
final class UnexpectedProblems implements WebExceptionHandler, Ordered {

    private static final Logger log = LoggerFactory.getLogger(UnexpectedProblems.class);

    /** Before Spring Boot's own, whose answer has another form. */
    private static final int BEFORE_BOOT = -2;

    @Override
    public int getOrder() {
        return BEFORE_BOOT;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted() || DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            return Mono.error(failure);
        }
        return ProblemAnswer.write(
                exchange, isForTheCaller(failure) ? (ErrorResponse) failure : logged(exchange, failure));
    }

    private static boolean isForTheCaller(Throwable failure) {
        return failure instanceof Problem
                || failure instanceof ErrorResponse response
                        && response.getStatusCode().is4xxClientError();
    }

    private static Problem logged(ServerWebExchange exchange, Throwable failure) {
        UUID id = UUID.randomUUID();
        log.error(
                "{} failed, answered as problem {}", exchange.getRequest().getMethod(), id, Healing.loggable(failure));
        return Problem.unexpected(id);
    }
}
