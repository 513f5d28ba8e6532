package in.sampark.platform.messaging;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a compacted topic says of a key.
 *
 * @param version grows with every change; of a removal the last version it removes, 0 when that is not known
 * @param offset position on the topic: tells an old removal, which has no version, from a new one
 * @param state null when the key is gone
 */
public record Projected<T>(
        String key, long version, long offset, @Nullable T state) {

    /** What a record of the topic says. @param version of the record's value @param state what is kept of it */
    public static <R, T> Projected<T> of(Received<R> received, ToLongFunction<R> version, Function<R, T> state) {
        R value = received.payload();
        return value == null
                ? new Projected<>(received.key(), 0, received.offset(), null)
                : new Projected<>(received.key(), version.applyAsLong(value), received.offset(), state.apply(value));
    }

    /** Whether the topic says that the key is gone. */
    public boolean removed() {
        return state == null;
    }

    /** The last word on each key, from words in the order of the topic. */
    public static <T> Collection<Projected<T>> lastOfEach(List<Projected<T>> inOrder) {
        Map<String, Projected<T>> last = new LinkedHashMap<>();
        inOrder.forEach(next -> last.merge(next.key(), next, Projected::later));
        return last.values();
    }

    /** A removal counts for everything before it; of two states the higher version counts. */
    private static <T> Projected<T> later(Projected<T> known, Projected<T> next) {
        if (next.removed()) {
            return new Projected<>(next.key(), Math.max(known.version(), next.version()), next.offset(), null);
        }
        return known.removed() || next.version() >= known.version() ? next : known;
    }
}
