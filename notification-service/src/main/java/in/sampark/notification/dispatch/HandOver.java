package in.sampark.notification.dispatch;

import in.sampark.notification.dispatch.domain.Rank;
import in.sampark.notification.message.domain.Lane;
import in.sampark.notification.operator.domain.Raised;
import in.sampark.notification.provider.domain.Outcome;
import in.sampark.notification.provider.domain.OutgoingSms;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Hands a text over to the first provider that is well and takes it. Another is asked only after one that surely did not take it: of
 * an unknown outcome a person might be told twice.
 */
final class HandOver {

    /**
     * What came of it.
     *
     * @param provider who was asked last; null when nobody was
     * @param raised what those who were asked have operators do
     */
    record Answer(@Nullable String provider, Outcome outcome, List<Raised> raised) {

        Answer(@Nullable String provider, Outcome outcome) {
            this(provider, outcome, List.of());
        }
    }

    private static final Answer SPARED = new Answer(null, new Outcome.Unavailable("SPARED"));

    private final List<GuardedProvider> providers;

    /** @param providers in order of preference */
    HandOver(List<GuardedProvider> providers) {
        this.providers = List.copyOf(providers);
    }

    /**
     * A text that is to be handed over.
     *
     * @param latest when its turn at a provider with a rate must have come
     * @param order in which providers are asked
     */
    private record Errand(OutgoingSms sms, Rank rank, Deadline latest, List<GuardedProvider> order) {}

    /**
     * Comes to an answer within the time-outs of all the providers. Empty when nobody was asked, for its turn did not come in time.
     *
     * @param latest when its turn at a provider with a rate must have come
     * @param silent who did not answer when asked before, and is asked last now; null when everybody answered
     */
    Mono<Answer> of(OutgoingSms sms, Lane lane, Deadline latest, @Nullable String silent) {
        return Mono.defer(() -> ask(0, new Errand(sms, Rank.of(lane), latest, order(silent)), SPARED));
    }

    private List<GuardedProvider> order(@Nullable String silent) {
        return silent == null
                ? providers
                : providers.stream()
                        .sorted(Comparator.comparing(provider -> provider.name().equals(silent)))
                        .toList();
    }

    /** How many messages each of so many listeners had better claim now: by the rate of the first provider that is well. */
    int room(Lane lane, int listeners) {
        return providers.stream()
                .filter(provider -> !provider.isOpen())
                .findFirst()
                .map(provider -> provider.room(Rank.of(lane), listeners))
                .orElse(Integer.MAX_VALUE);
    }

    private Mono<Answer> ask(int first, Errand errand, Answer lastAnswer) {
        for (int i = first; i < errand.order().size(); i++) {
            GuardedProvider provider = errand.order().get(i);
            if (provider.mayBeAsked()) {
                int next = i + 1;
                return provider.turn(errand.rank(), errand.latest()).flatMap(turn -> switch (turn) {
                    case COME -> send(provider, next, errand, lastAnswer);
                    case SPARED -> ask(next, errand, lastAnswer);
                    case TOO_LATE -> lastAnswer.provider() == null ? Mono.empty() : Mono.just(lastAnswer);
                });
            }
        }
        return Mono.just(lastAnswer);
    }

    private Mono<Answer> send(GuardedProvider provider, int next, Errand errand, Answer lastAnswer) {
        return provider.send(errand.sms()).flatMap(outcome -> {
            List<Raised> raised = Stream.concat(
                            lastAnswer.raised().stream(), Raised.by(provider.name(), outcome, errand.sms()))
                    .toList();
            Answer answer = new Answer(provider.name(), outcome, raised);
            return outcome.leavesItToOthers() ? ask(next, errand, answer) : Mono.just(answer);
        });
    }
}
