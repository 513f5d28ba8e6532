package in.sampark.platform.messaging;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import reactor.core.publisher.Mono;

/** What a service does with a batch of one topic. */
@FunctionalInterface
public interface BatchHandler<T> {

    /**
     * Handles the batch, in the order of the topic, and answers with the records it rejects. An error leads to the whole
     * batch being retried if time can heal it, else to one record at a time.
     */
    Mono<List<Rejected<T>>> handle(List<Received<T>> batch);

    /**
     * Keeps what a compacted topic says of its keys, and rejects nothing.
     *
     * @param version of a record
     * @param state what is kept of a record
     * @param keep joins the batch's transaction
     */
    static <R, T> BatchHandler<R> projecting(
            ToLongFunction<R> version, Function<R, T> state, Function<List<Projected<T>>, Mono<Void>> keep) {
        return batch -> keep.apply(batch.stream()
                        .map(received -> Projected.of(received, version, state))
                        .toList())
                .thenReturn(List.of());
    }
}
