package in.sampark.consumer.importing.web;

import in.sampark.consumer.importing.domain.RowError;
import in.sampark.platform.csv.CsvLine;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;

/** Reports as CSV: where, what was found, what would have been right, and whether the row was taken all the same, which is a warning. */
final class ErrorReport {

    private static final int LINES_AT_ONCE = 200;
    private static final String HEADER = CsvLine.of("line", "column", "value", "expected", "severity");

    private ErrorReport() {}

    static Flux<String> csv(Flux<RowError> errors) {
        return Flux.concat(
                Flux.just(HEADER),
                errors.map(ErrorReport::line)
                        .buffer(LINES_AT_ONCE)
                        .map(lines -> lines.stream().collect(Collectors.joining())));
    }

    private static String line(RowError error) {
        return CsvLine.of(
                Long.toString(error.line()),
                error.column(),
                error.value(),
                error.expected(),
                error.warning() ? "warning" : "error");
    }
}
