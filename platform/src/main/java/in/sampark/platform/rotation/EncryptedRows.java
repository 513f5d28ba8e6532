package in.sampark.platform.rotation;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Rows that depend on a key, and outlive it. A service offers one for each of its tables that have any. */
public interface EncryptedRows {

    /**
     * What became of a page.
     *
     * @param last where the next page begins; null when there is none
     * @param renewed rows that depend on the primary key now
     */
    record Renewed(@Nullable String last, int renewed) {}

    /** Table and column. */
    String what();

    /** How many rows depend on another key than the primary one. */
    Mono<Long> outdated();

    /**
     * Brings rows to the primary key. What cannot be read with any key stays as it is.
     *
     * @param after where the page begins; empty for the first
     * @param atMost rows of the page
     */
    Mono<Renewed> renew(String after, int atMost);
}
