package in.sampark.meter.outage.web;

import in.sampark.meter.json.Fault;
import in.sampark.meter.json.JsonFields;
import in.sampark.meter.json.Shape;
import in.sampark.meter.outage.domain.Hours;
import in.sampark.meter.outage.domain.Notice;
import in.sampark.meter.outage.domain.PrintedDate;
import in.sampark.meter.outage.domain.ReadDate;
import in.sampark.meter.outage.domain.Timetable;
import in.sampark.meter.outage.domain.Window;
import in.sampark.platform.time.India;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * When a notice says that supply is off: its date, whether that is daily, and the hours.
 *
 * @param windows in the order of time; none when there are faults, here or noted by the fields
 * @param faults what is wrong with that, beside what the fields have noted
 * @param missing parts that were left out in print
 */
record PrintedTimes(List<Window> windows, List<Fault> faults, List<String> missing) {

    static final Shape<PrintedDate> DATE = new Shape<>(
            "the day or days, e.g. 2026-08-29, 2026-08-29/31 or 2026-08-29,2026-09-02, at most 31",
            node -> Optional.of(node)
                    .filter(JsonNode::isString)
                    .map(text -> ReadDate.of(text.stringValue()))
                    .filter(date -> !(date instanceof PrintedDate.Unreadable)));

    private static final Shape<Boolean> DAILY = new Shape<>(
            "of several days: true when supply is off on each of them at these hours, false when from the first day's to the last day's",
            node -> node.isBoolean() ? Optional.of(node.booleanValue()) : Optional.empty());

    static PrintedTimes read(JsonNode body, JsonFields fields) {
        Optional<PrintedDate> date = fields.required("date", DATE);
        Optional<List<Hours>> hours = fields.required("hours", PrintedHours.SHAPE);
        Optional<Boolean> daily = fields.optional("daily", DAILY);
        var times = new PrintedTimes(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        times.missing.addAll(PrintedHours.leftOut(body.path("hours")));
        date.ifPresent(printed -> {
            switch (printed) {
                case PrintedDate.Lacking(String part) ->
                    times.lack(part, body.path("date").asString(""));
                case PrintedDate.Days days -> times.take(days, daily, hours.orElse(List.of()));
                case PrintedDate.Unreadable() ->
                    throw new IllegalStateException("unreadable (expected: refused by its shape)");
            }
        });
        return times;
    }

    private void lack(String part, String printed) {
        String example = part.equals("year") ? "2026-08-29/31" : "2026-08-29";
        faults.add(new Fault("date", printed, "the " + part + " too, e.g. " + example));
        missing.add(part);
    }

    private void take(PrintedDate.Days days, Optional<Boolean> daily, List<Hours> hours) {
        boolean each = daily.orElse(true);
        if (days.unbroken() && daily.isEmpty()) {
            faults.add(new Fault("daily", "none", DAILY.expected()));
        } else if (!each && hours.size() > 1) {
            faults.add(new Fault("daily", "false", "true, with several hours a day"));
        } else if (!each && !Timetable.oneStretch(days.days())) {
            faults.add(new Fault("daily", "false", "true, with days apart"));
        } else if (!hours.isEmpty()) {
            windows.addAll(new Timetable(days.days(), each, hours).windows(India.ZONE));
            if (Notice.overlapping(windows)) {
                faults.add(new Fault("hours", hours.toString(), "none overlapping another"));
            }
        }
    }
}
