package in.sampark.consumer.network.domain;

import java.util.List;
import java.util.stream.Stream;

/**
 * What became of the lines of a list of nodes.
 *
 * @param taken nodes that are new or have changed
 * @param unchanged lines that said what was known, or is said elsewhere in the list
 * @param rejected lines that could not be taken
 * @param lines why they could not, in the list's order; of very many the first
 */
public record NodesReport(long taken, long unchanged, long rejected, List<Fault> lines) {

    /** Why a line was not taken. */
    public record Fault(long line, String reason) {}

    public static final NodesReport EMPTY = new NodesReport(0, 0, 0, List.of());

    public NodesReport {
        lines = List.copyOf(lines);
    }

    public static NodesReport of(int lines, int taken, List<Fault> faults) {
        return new NodesReport(taken, (long) lines - taken - faults.size(), faults.size(), faults);
    }

    /** This report and what follows, with no more than so many reasons. */
    public NodesReport plus(NodesReport following, int mostReasons) {
        return new NodesReport(
                taken + following.taken,
                unchanged + following.unchanged,
                rejected + following.rejected,
                Stream.concat(lines.stream(), following.lines.stream())
                        .limit(mostReasons)
                        .toList());
    }
}
