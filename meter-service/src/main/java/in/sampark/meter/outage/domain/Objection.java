package in.sampark.meter.outage.domain;

import org.jspecify.annotations.Nullable;

/** What is wrong with a report: the value and what was expected. */
public record Objection(String field, @Nullable Object value, String expected) {

    /** In one sentence. */
    public String reason() {
        return field + ": " + value + " (expected: " + expected + ")";
    }
}
