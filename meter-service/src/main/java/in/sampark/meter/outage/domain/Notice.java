package in.sampark.meter.outage.domain;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A notice of the control room about one planned work: what is off, and in which windows. Each window is an outage of its own, which is told,
 * started, restored or cancelled by itself.
 *
 * @param number in the company's own system; its outages are {@code <number>-1} and so on
 * @param windows in the order of time, none overlapping another
 * @param takesDown what goes off with transmission lines; null on any other level, and when nothing does
 */
public record Notice(
        String number,
        List<Window> windows,
        Level level,
        List<String> assets,
        @Nullable Extent takesDown,
        Map<String, Words> words) {

    public Notice {
        windows = List.copyOf(windows);
        if (windows.isEmpty()) throw new IllegalArgumentException("windows: none (expected: at least one)");
        if (overlapping(windows)) {
            throw new IllegalArgumentException("windows: " + windows + " (expected: none overlapping another)");
        }
    }

    /** Whether one of the windows, which are in the order of time, overlaps another. */
    public static boolean overlapping(List<Window> windows) {
        return IntStream.range(1, windows.size())
                .anyMatch(next -> windows.get(next - 1).overlaps(windows.get(next)));
    }

    /** An outage a window. */
    public List<Draft> drafts() {
        return IntStream.range(0, windows.size()).mapToObj(this::draft).toList();
    }

    private Draft draft(int index) {
        Window window = windows.get(index);
        return new Draft(
                number + "-" + (index + 1), level, assets, takesDown, window.from(), window.to(), words, number);
    }
}
