package in.sampark.meter.supply;

import in.sampark.meter.supply.domain.Supply;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A connection's supply, and when to look at it next.
 *
 * @param lookAt when something changes by the clock alone; null: never
 */
public record Watched(Supply supply, @Nullable Instant lookAt) {

    static Watched not(String connectionId) {
        return new Watched(Supply.unwatched(connectionId), null);
    }
}
