package in.sampark.meter.outage.web;

import in.sampark.meter.json.Fault;
import in.sampark.meter.json.JsonFields;
import in.sampark.meter.json.Shape;
import in.sampark.meter.outage.domain.Amendment;
import in.sampark.meter.outage.domain.Draft;
import in.sampark.meter.outage.domain.Stage;
import in.sampark.meter.outage.domain.Words;
import in.sampark.platform.web.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What the control room sends. Shapes are checked here; what the values say is judged as it is behind the topic. */
final class OutageBodies {

    private static final Shape<Stage> STAGE =
            Shape.oneOf(List.of(Stage.REVISED, Stage.STARTED, Stage.RESTORED, Stage.CANCELLED));
    private static final Shape<Long> REVISION = Shape.wholeNumber(1);
    static final Shape<Map<String, Words>> WORDS =
            new Shape<>("by language, e.g. {\"hi\": {\"place\": \"...\", \"reason\": \"...\"}}", OutageBodies::words);

    private OutageBodies() {}

    /**
     * @param discom whose outage it is; its id may be sent with or without
     * @throws Problem when anything is wrong
     */
    static Draft draft(JsonNode body, String discom) {
        JsonFields fields = new JsonFields(body);
        Optional<String> number = fields.optional("outageId", id(discom)).map(id -> id.substring(id.indexOf(':') + 1));
        Cut cut = Cut.whole(fields);
        Optional<Instant> fromAt = fields.required("fromAt", Shape.TIME);
        Optional<Instant> expected = fields.required("expectedRestorationAt", Shape.TIME);
        Optional<Map<String, Words>> words = fields.required("words", WORDS);
        fault(fields, cut);
        return new Draft(
                number.orElseGet(() -> UUID.randomUUID().toString()),
                cut.level().orElseThrow(),
                cut.assets().orElseThrow(),
                cut.takesDown().orElse(null),
                fromAt.orElseThrow(),
                expected.orElseThrow(),
                words.orElseThrow(),
                null);
    }

    /** @throws Problem when anything is wrong */
    static Amendment amendment(JsonNode body) {
        JsonFields fields = new JsonFields(body);
        Optional<Long> revision = fields.required("revision", REVISION);
        Optional<Stage> stage = fields.required("stage", STAGE);
        Cut cut = Cut.changed(fields);
        Optional<Instant> fromAt = fields.optional("fromAt", Shape.TIME);
        Optional<Instant> expected = fields.optional("expectedRestorationAt", Shape.TIME);
        Optional<Instant> restoredAt = fields.optional("restoredAt", Shape.TIME);
        Optional<Map<String, Words>> words = fields.optional("words", WORDS);
        fault(fields, cut);
        return new Amendment(
                revision.orElseThrow(),
                stage.orElseThrow(),
                cut.level().orElse(null),
                cut.assets().orElse(null),
                cut.takesDown().orElse(null),
                cut.backfed(),
                fromAt.orElse(null),
                expected.orElse(null),
                restoredAt.orElse(null),
                words.orElse(null));
    }

    private static Shape<String> id(String discom) {
        return Shape.text(
                Pattern.compile("(?:" + Pattern.quote(discom + ":") + ")?[A-Za-z0-9._-]{1,40}"),
                "1 to 40 letters, digits, '.', '_', '-'");
    }

    private static void fault(JsonFields fields, Cut cut) {
        List<Fault> faults = new ArrayList<>(fields.faults());
        faults.addAll(cut.faults());
        if (!faults.isEmpty()) throw Fault.problem(faults);
    }

    private static Optional<Map<String, Words>> words(JsonNode byLanguage) {
        if (!byLanguage.isObject() || !byLanguage.valueStream().allMatch(OutageBodies::spoken)) return Optional.empty();
        return Optional.of(byLanguage
                .propertyStream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> new Words(
                                entry.getValue().get("place").stringValue(),
                                entry.getValue().get("reason").stringValue()))));
    }

    private static boolean spoken(JsonNode words) {
        return words.path("place").isString() && words.path("reason").isString() && words.size() == 2;
    }
}
