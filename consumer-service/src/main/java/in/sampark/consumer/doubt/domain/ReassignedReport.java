package in.sampark.consumer.doubt.domain;

import in.sampark.consumer.doubt.domain.ReassignedLine.LineError;
import java.util.List;
import java.util.stream.Stream;

/**
 * What became of a list.
 *
 * @param read lines after the header
 * @param doubted connections of which a number is doubted now
 * @param rejected lines that could not be understood
 * @param errors the first of those
 */
public record ReassignedReport(long read, long doubted, long rejected, List<LineError> errors) {

    public static final ReassignedReport EMPTY = new ReassignedReport(0, 0, 0, List.of());

    private static final int SHOWN = 1000;

    public ReassignedReport {
        errors = List.copyOf(errors);
    }

    /** This with what became of further lines. */
    public ReassignedReport plus(ReassignedReport more) {
        return new ReassignedReport(
                read + more.read,
                doubted + more.doubted,
                rejected + more.rejected,
                Stream.concat(errors.stream(), more.errors.stream())
                        .limit(SHOWN)
                        .toList());
    }
}
