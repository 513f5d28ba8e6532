package in.sampark.platform.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Answers with a problem where no handler does, in filters. */
public final class ProblemAnswer {

    private static final JsonMapper JSON = new JsonMapper();

    private ProblemAnswer() {}

    /** Writes the problem as a handler's would be written. */
    public static Mono<Void> write(ServerWebExchange exchange, ErrorResponse problem) {
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(problem.getStatusCode());
        response.getHeaders().putAll(problem.getHeaders());
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        Map<String, Object> members =
                members(problem.getBody(), exchange.getRequest().getPath().value());
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(JSON.writeValueAsBytes(members))));
    }

    private static Map<String, Object> members(ProblemDetail detail, String instance) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("title", String.valueOf(detail.getTitle()));
        members.put("status", detail.getStatus());
        members.put("detail", String.valueOf(detail.getDetail()));
        members.put("instance", instance);
        Map<String, Object> further = detail.getProperties();
        if (further != null) {
            members.putAll(further);
        }
        return members;
    }
}
