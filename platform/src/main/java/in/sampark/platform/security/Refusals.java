package in.sampark.platform.security;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Answers to callers that are not let in, as RFC 9457 problem details like all other errors. */
final class Refusals {

    private static final JsonMapper JSON = new JsonMapper();

    private Refusals() {}

    /** 401, with the challenge of RFC 6750; 403 for a consumer's token that is good elsewhere. */
    static Mono<Void> unauthorized(ServerWebExchange exchange, AuthenticationException failure) {
        if (failure instanceof WhoseToken.NotForConsumers) return forbidden(exchange);
        boolean badToken = failure instanceof OAuth2AuthenticationException;
        exchange.getResponse()
                .getHeaders()
                .set(HttpHeaders.WWW_AUTHENTICATE, badToken ? "Bearer error=\"invalid_token\"" : "Bearer");
        return answer(
                exchange,
                HttpStatus.UNAUTHORIZED,
                badToken
                        ? "access token: not accepted (expected: a valid one with subject, discom, area and roles)"
                        : "access token: none (expected: Authorization: Bearer <token>)");
    }

    /** 403. */
    static Mono<Void> forbidden(ServerWebExchange exchange, AccessDeniedException failure) {
        return forbidden(exchange);
    }

    /** 400: what no handler is given. */
    static Mono<Void> malformed(ServerWebExchange exchange, ServerExchangeRejectedException failure) {
        return answer(
                exchange,
                HttpStatus.BAD_REQUEST,
                "request: not taken (expected: address and headers of printable text, without // ; \\ %25 or %2F in the path)");
    }

    private static Mono<Void> forbidden(ServerWebExchange exchange) {
        return answer(exchange, HttpStatus.FORBIDDEN, "the roles of the access token do not allow this");
    }

    private static Mono<Void> answer(ServerWebExchange exchange, HttpStatus status, String detail) {
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(status);
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("title", status.getReasonPhrase());
        problem.put("status", status.value());
        problem.put("detail", detail);
        problem.put("instance", exchange.getRequest().getPath().value());
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(JSON.writeValueAsBytes(problem))));
    }
}
