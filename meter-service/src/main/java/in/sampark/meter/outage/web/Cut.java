package in.sampark.meter.outage.web;

import in.sampark.meter.json.Fault;
import in.sampark.meter.json.JsonFields;
import in.sampark.meter.json.Shape;
import in.sampark.meter.outage.domain.Extent;
import in.sampark.meter.outage.domain.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a body says is off: assets of a level, and, of transmission lines, what goes off with them, or that all of it is fed from elsewhere.
 *
 * @param faults what is wrong with that, beside what the fields have noted
 */
record Cut(
        Optional<Level> level,
        Optional<List<String>> assets,
        Optional<Extent> takesDown,
        boolean backfed,
        List<Fault> faults) {

    private static final Shape<Level> LEVEL =
            Shape.oneOf(List.of(Level.AREA, Level.SUBSTATION, Level.FEEDER, Level.DT, Level.TRANSMISSION_LINE));
    private static final Shape<Level> SUPPLYING =
            Shape.oneOf(Arrays.stream(Level.values()).filter(Level::supplies).toList());
    private static final Shape<Extent> TAKES_DOWN =
            new Shape<>("level, " + SUPPLYING.expected() + ", and assets, a list of texts", Cut::extent);
    private static final Shape<Boolean> FLAG = new Shape<>(
            "true or false", node -> node.isBoolean() ? Optional.of(node.booleanValue()) : Optional.empty());

    /** Of a new outage: a forgotten list of what lines take down would leave everybody without news. */
    static Cut whole(JsonFields fields) {
        Cut cut = read(fields, fields.required("level", LEVEL), fields.required("assets", Shape.TEXTS));
        if (cut.assets.filter(List::isEmpty).isPresent()) cut.faults.add(new Fault("assets", "none", "at least one"));
        boolean line = cut.level.filter(Level.TRANSMISSION_LINE::equals).isPresent();
        if (line && cut.takesDown.isEmpty() && !cut.backfed) {
            cut.faults.add(new Fault("takesDown", "none", "what goes off with the lines, or backfed: true"));
        }
        if (!line && cut.level.isPresent() && cut.backfed) {
            cut.faults.add(new Fault("backfed", "true", "only of level TRANSMISSION_LINE"));
        }
        return cut;
    }

    /** Of one that is known, where what is not named stays as it is. */
    static Cut changed(JsonFields fields) {
        return read(fields, fields.optional("level", LEVEL), fields.optional("assets", Shape.TEXTS));
    }

    private static Cut read(JsonFields fields, Optional<Level> level, Optional<List<String>> assets) {
        Optional<Extent> takesDown = fields.optional("takesDown", TAKES_DOWN);
        boolean backfed = fields.optional("backfed", FLAG).orElse(false);
        List<Fault> faults = new ArrayList<>();
        if (backfed && takesDown.isPresent()) {
            faults.add(new Fault("backfed", "true", "not beside takesDown"));
        }
        return new Cut(level, assets, takesDown, backfed, faults);
    }

    private static Optional<Extent> extent(JsonNode body) {
        if (!body.isObject()) return Optional.empty();
        JsonFields fields = new JsonFields(body);
        Optional<Level> level = fields.required("level", SUPPLYING);
        Optional<List<String>> assets = fields.required("assets", Shape.TEXTS);
        return fields.faults().isEmpty()
                ? Optional.of(new Extent(level.orElseThrow(), assets.orElseThrow()))
                : Optional.empty();
    }
}
