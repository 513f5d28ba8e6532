package in.sampark.platform.web;

import java.util.List;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Refuses control characters in addresses: no identifier or word has any, and no database takes them all. */
final class PrintableInput implements WebFilter, Ordered {

    /** After it is known who calls. */
    @Override
    public int getOrder() {
        return 0;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return exchange.getRequest().getQueryParams().entrySet().stream()
                .filter(PrintableInput::unprintable)
                .findFirst()
                .map(parameter -> ProblemAnswer.write(exchange, problem(parameter.getKey())))
                .orElseGet(() -> chain.filter(exchange));
    }

    private static boolean unprintable(Map.Entry<String, List<String>> parameter) {
        return unprintable(parameter.getKey())
                || parameter.getValue().stream().anyMatch(value -> value != null && unprintable(value));
    }

    private static boolean unprintable(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    private static Problem problem(String parameter) {
        return Problem.invalid(
                unprintable(parameter) ? "parameter" : parameter, "has control characters", "printable text");
    }
}
