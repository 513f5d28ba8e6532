package in.sampark.meter.json;

import in.sampark.platform.web.Problem;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A value that is not what it should be.
 *
 * @param field where it stands, with dots into objects
 * @param value as it was sent, shortened when it is long
 * @param expected what it should be
 */
public record Fault(String field, String value, String expected) {

    private static final int SHOWN_AT_MOST = 100;

    static Fault of(String field, JsonNode value, String expected) {
        String sent = value.isMissingNode() ? "none" : value.isString() ? value.stringValue() : value.toString();
        return of(field, sent, expected);
    }

    /** @param sent of any length */
    public static Fault of(String field, String sent, String expected) {
        return new Fault(
                field, sent.length() > SHOWN_AT_MOST ? sent.substring(0, SHOWN_AT_MOST) + "…" : sent, expected);
    }

    /** The problem with a body that has these faults, at least one. */
    public static Problem problem(List<Fault> faults) {
        Fault first = faults.getFirst();
        return Problem.invalid(first.field(), first.value(), first.expected()).with("faults", faults);
    }
}
