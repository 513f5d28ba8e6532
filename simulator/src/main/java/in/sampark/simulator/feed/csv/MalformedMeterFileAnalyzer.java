package in.sampark.simulator.feed.csv;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Makes a start that fails for the meter file end with one clear paragraph instead of a stack trace. */
class MalformedMeterFileAnalyzer extends AbstractFailureAnalyzer<MalformedMeterFileException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, MalformedMeterFileException cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Name a CSV file with the columns meter,Date,t_kWh in SIMULATOR_FEED_FILE.",
                cause);
    }
}
