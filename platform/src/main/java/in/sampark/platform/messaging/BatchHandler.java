package in.sampark.platform.messaging;

import java.util.List;
import reactor.core.publisher.Mono;

/** What a service does with a batch of one topic. */
@FunctionalInterface
public interface BatchHandler<T> {

    /**
     * Handles the batch, in the order of the topic, and answers with the records it rejects. An error leads to the whole
     * batch being retried if time can heal it, else to one record at a time.
     */
    Mono<List<Rejected<T>>> handle(List<Received<T>> batch);
}
