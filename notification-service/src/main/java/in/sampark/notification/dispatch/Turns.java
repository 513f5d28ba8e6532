package in.sampark.notification.dispatch;

import in.sampark.notification.dispatch.domain.Rank;
import in.sampark.notification.dispatch.domain.Rate;
import in.sampark.notification.dispatch.r2dbc.ProviderTurns;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** When messages may be handed over to a provider with a rate, however many instances hand over to it. */
final class Turns {

    private final Rate rate;
    private final Map<Rank, TurnQueue> queues;

    Turns(String provider, Rate rate, ProviderTurns turns) {
        this.rate = rate;
        this.queues = Arrays.stream(Rank.values())
                .collect(Collectors.toMap(
                        rank -> rank,
                        rank -> new TurnQueue(
                                rate.atATime(rank),
                                rate.between(rank),
                                messages -> turns.book(provider, rank, rate.booking(rank, messages), rate.ahead(rank))),
                        (a, b) -> a,
                        () -> new EnumMap<>(Rank.class)));
    }

    /** True when a message's turn has come, false when it did not come in time, which is known soon after. */
    Mono<Boolean> turn(Rank rank, Deadline latest) {
        return queue(rank).turn(latest).timeout(latest.left().plus(Rate.FAR), Mono.just(false));
    }

    /** How many messages each of so many listeners had better claim now; none while others leave nothing for them. */
    int room(Rank rank, int listeners) {
        return queue(rank).moves() ? rate.soon(rank, listeners) : 0;
    }

    private TurnQueue queue(Rank rank) {
        return Objects.requireNonNull(queues.get(rank));
    }
}
