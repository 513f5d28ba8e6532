package in.sampark.meter.outage.web;

import in.sampark.meter.json.Fault;
import in.sampark.meter.json.JsonFields;
import in.sampark.meter.json.Shape;
import in.sampark.meter.outage.domain.Notice;
import in.sampark.meter.outage.domain.PrintedDate;
import in.sampark.meter.outage.domain.Words;
import in.sampark.platform.web.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Notices as they are printed, with local days and hours. Of what was left out in print, all is named that has to be asked for. */
final class NoticeBodies {

    private static final String NONE = "none";

    private final JsonNode body;
    private final JsonFields fields;
    private final List<Fault> faults = new ArrayList<>();

    private NoticeBodies(JsonNode body) {
        this.body = body;
        this.fields = new JsonFields(body);
    }

    /**
     * @param discom whose notice it is; its id may be sent with or without
     * @throws Problem when anything is missing or wrong; its member {@code missing} lists what was left out
     */
    static Notice notice(JsonNode body, String discom) {
        return new NoticeBodies(body).read(discom);
    }

    /** The day of a request to cancel; nothing for all days. @throws Problem when it is none */
    static Optional<LocalDate> day(JsonNode body) {
        JsonFields fields = new JsonFields(body);
        Optional<PrintedDate.Days> day = fields.optional("date", PrintedTimes.DATE)
                .filter(PrintedDate.Days.class::isInstance)
                .map(PrintedDate.Days.class::cast);
        List<Fault> faults = new ArrayList<>(fields.faults());
        String text = body.path("date").asString(NONE);
        if (day.filter(days -> days.days().size() == 1).isEmpty() && body.hasNonNull("date") && faults.isEmpty()) {
            faults.add(new Fault("date", text, "one day, e.g. 2026-08-29"));
        }
        if (!faults.isEmpty()) throw Fault.problem(faults);
        return day.map(days -> days.days().getFirst());
    }

    private Notice read(String discom) {
        Optional<String> number = fields.optional("noticeId", id(discom)).map(id -> id.substring(id.indexOf(':') + 1));
        PrintedTimes times = PrintedTimes.read(body, fields);
        Cut cut = Cut.whole(fields);
        Optional<Map<String, Words>> words = fields.required("words", OutageBodies.WORDS);
        faults.addAll(0, fields.faults());
        faults.addAll(times.faults());
        faults.addAll(cut.faults());
        refuseFaulty(times);
        return new Notice(
                number.orElseGet(() -> UUID.randomUUID().toString()),
                times.windows(),
                cut.level().orElseThrow(),
                cut.assets().orElseThrow(),
                cut.takesDown().orElse(null),
                words.orElseThrow());
    }

    private void refuseFaulty(PrintedTimes times) {
        if (faults.isEmpty()) return;
        List<String> leftOut = new ArrayList<>(times.missing());
        faults.stream().map(Fault::field).filter(this::leftOut).forEach(leftOut::add);
        throw Fault.problem(faults).with("missing", leftOut);
    }

    private boolean leftOut(String field) {
        JsonNode value = body.path(field);
        return value.isMissingNode() || value.isNull() || value.isArray() && value.isEmpty();
    }

    private static Shape<String> id(String discom) {
        return Shape.text(
                Pattern.compile("(?:" + Pattern.quote(discom + ":") + ")?[A-Za-z0-9._-]{1,36}"),
                "1 to 36 letters, digits, '.', '_', '-'");
    }
}
