package in.sampark.platform.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param cursor asks for the next page; absent on the last
 */
public record Page<T>(List<T> entries, @Nullable String cursor) {

    private static final int AT_MOST = 500;

    public Page {
        entries = List.copyOf(entries);
    }

    /**
     * What was found for a page.
     *
     * @param found one more than the limit if there are more
     * @param view what is shown of an entry
     * @param cursor the place after an entry
     */
    public static <F, T> Page<T> of(List<F> found, int limit, Function<F, T> view, Function<F, String> cursor) {
        List<F> shown = found.size() > limit ? found.subList(0, limit) : found;
        return new Page<>(
                shown.stream().map(view).toList(), found.size() > limit ? cursor.apply(shown.getLast()) : null);
    }

    /** @throws Problem 400 when nobody gets a page of this length */
    public static int limit(int wanted) {
        if (wanted < 1 || wanted > AT_MOST) {
            throw Problem.invalid("limit", wanted, "1 to " + AT_MOST);
        }
        return wanted;
    }
}
