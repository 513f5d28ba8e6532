package in.sampark.simulator.sms.trouble;

import in.sampark.simulator.sms.domain.Refusal;
import java.util.Optional;
import org.springframework.web.server.ServerWebExchange;

/**
 * What the gateway in trouble is to say in the words of its shape.
 *
 * @param taken whether it takes the message nevertheless
 */
public record OwnWords(Refusal refusal, boolean taken) {

    private static final String ATTRIBUTE = OwnWords.class.getName();

    /** What it is to say to this request; empty when all is well. */
    public static Optional<OwnWords> of(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getAttribute(ATTRIBUTE));
    }

    void sayTo(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
    }
}
