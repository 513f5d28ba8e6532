package in.sampark.platform.republish;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The rows a compacted topic tells of. A service offers one for each topic it can write anew. */
public interface TopicState {

    /**
     * What was announced.
     *
     * @param last where the next page begins; null when there is none
     * @param rows how many
     */
    record Announced(@Nullable String last, int rows) {}

    /** How the topic is called in the address of the command. */
    String name();

    /**
     * Announces a page of a company's rows as they are, with the versions they have; joins the caller's transaction. The rows are locked first, so that
     * what is announced of a row stays in the order of its changes.
     *
     * @param after where the page begins; empty for the first
     */
    Mono<Announced> announce(String discom, String after, int atMost);
}
