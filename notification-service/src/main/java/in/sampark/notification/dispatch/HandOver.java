package in.sampark.notification.dispatch;

import in.sampark.notification.operator.domain.Raised;
import in.sampark.notification.provider.domain.Outcome;
import in.sampark.notification.provider.domain.OutgoingSms;
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

    /** Always comes to an answer, within the time-outs of all the providers. */
    Mono<Answer> of(OutgoingSms sms) {
        return Mono.defer(() -> ask(0, sms, SPARED));
    }

    private Mono<Answer> ask(int first, OutgoingSms sms, Answer lastAnswer) {
        for (int i = first; i < providers.size(); i++) {
            GuardedProvider provider = providers.get(i);
            if (provider.mayBeAsked()) {
                int next = i + 1;
                return provider.send(sms).flatMap(outcome -> {
                    List<Raised> raised = Stream.concat(
                                    lastAnswer.raised().stream(), Raised.by(provider.name(), outcome, sms))
                            .toList();
                    Answer answer = new Answer(provider.name(), outcome, raised);
                    return outcome.leavesItToOthers() ? ask(next, sms, answer) : Mono.just(answer);
                });
            }
        }
        return Mono.just(lastAnswer);
    }
}
