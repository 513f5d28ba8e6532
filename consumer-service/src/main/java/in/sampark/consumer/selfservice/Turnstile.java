package in.sampark.consumer.selfservice;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;

/**
 * Lets no more than so many requests of one address further at once, in this instance. Limits across instances wait for each other in the
 * database, and what waits there keeps a connection from everybody else; what is refused here has taken none.
 */
final class Turnstile {

    private final int atOnce;
    private final Map<String, Integer> inside = new ConcurrentHashMap<>();

    Turnstile(int atOnce) {
        this.atOnce = atOnce;
    }

    /** Does the work, or answers what is told to those who come when enough are inside. */
    <T> Mono<T> pass(String address, Mono<T> work, T refusal) {
        return Mono.defer(() -> inside.merge(address, 1, Integer::sum) <= atOnce ? work : Mono.just(refusal))
                .doFinally(end -> inside.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1));
    }
}
