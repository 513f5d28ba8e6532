package in.sampark.platform.republish;

import static java.util.stream.Collectors.toUnmodifiableMap;

import in.sampark.platform.republish.Republications.Place;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Announces what is to be written anew, page by page, as fast as the relay publishes it. */
final class AnnounceAgain {

    private static final int PAGE = 500;
    private static final int WAITING_AT_MOST = 2 * PAGE;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Republications republications;
    private final Map<String, TopicState> states;
    private final TransactionalOperator transaction;

    AnnounceAgain(Republications republications, List<TopicState> states, TransactionalOperator transaction) {
        this.republications = republications;
        this.states = states.stream().collect(toUnmodifiableMap(TopicState::name, Function.identity()));
        this.transaction = transaction;
    }

    /** Whether there is a state by that name. */
    boolean knows(String topic) {
        return states.containsKey(topic);
    }

    /** One page; says whether there may be more to announce. */
    Mono<Boolean> step() {
        return republications
                .lockNext()
                .flatMap(this::unlessCrowded)
                .as(transaction::transactional)
                .flatMap(announced ->
                        announced ? Mono.just(true) : Mono.delay(PAUSE).thenReturn(true))
                .defaultIfEmpty(false);
    }

    /** @return whether the page was announced */
    private Mono<Boolean> unlessCrowded(Place place) {
        return republications
                .crowded(WAITING_AT_MOST)
                .flatMap(crowded -> crowded
                        ? Mono.just(false)
                        : state(place)
                                .announce(place.part().discom(), place.cursor(), PAGE)
                                .flatMap(page -> republications.save(place.part(), page))
                                .thenReturn(true));
    }

    private TopicState state(Place place) {
        return Optional.ofNullable(states.get(place.part().topic()))
                .orElseThrow(() -> new IllegalStateException("topic to write anew: "
                        + place.part().topic() + " (expected: one of " + states.keySet() + ")"));
    }
}
