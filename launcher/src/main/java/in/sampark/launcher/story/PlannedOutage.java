package in.sampark.launcher.story;

import in.sampark.launcher.RunningSystem;
import in.sampark.launcher.story.Api.Who;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/**
 * A feeder is switched off for two hours, as the control room tells the day before. Feeder, hours and reason are those of a notice that
 * MVVNL gave for Lucknow on 20 September 2025; the day is the story's.
 */
final class PlannedOutage implements Events {

    /** The day of the outage. */
    static final LocalDate DAY = LocalDate.of(2019, 6, 20);

    /** The feeder that is switched off. */
    static final String FEEDER = "MATHURA-F1";

    private static final String NUMBER = "2019-06-20-F1";
    private static final String ID = "DVVNL:" + NUMBER;
    private static final LocalTime TOLD = LocalTime.of(18, 0);
    private static final LocalTime FROM = LocalTime.of(11, 0);
    private static final LocalTime TO = LocalTime.of(13, 0);
    private static final Map<String, Map<String, String>> WORDS = Map.of(
            "en", Map.of("place", "11 kV Saadatganj feeder", "reason", "repair of a 250 kVA transformer"),
            "hi", Map.of("place", "11 केवी सआदतगंज फीडर", "reason", "250 केवीए ट्रांसफॉर्मर की मरम्मत"));

    private static final Who CONTROL_ROOM = new Who("control-room", "control-room", "DVVNL/AGRA/MATHURA");

    private final Api api;
    private final URI outages;

    PlannedOutage(Api api, RunningSystem system) {
        this.api = api;
        this.outages = system.service("meter-service").resolve("/api/v1/outages");
    }

    @Override
    public List<Event> of(LocalDate day) {
        if (day.equals(DAY.minusDays(1))) {
            return List.of(Event.at(day, TOLD, this::schedule));
        }
        return day.equals(DAY)
                ? List.of(
                        Event.at(DAY, FROM, () -> change(1, "STARTED")), Event.at(DAY, TO, () -> change(2, "RESTORED")))
                : List.of();
    }

    private void schedule() {
        api.post(
                outages,
                CONTROL_ROOM,
                Map.of(
                        "outageId",
                        NUMBER,
                        "level",
                        "FEEDER",
                        "assets",
                        List.of(FEEDER),
                        "fromAt",
                        at(FROM).toString(),
                        "expectedRestorationAt",
                        at(TO).toString(),
                        "words",
                        WORDS));
    }

    private void change(long revision, String stage) {
        api.post(
                outages.resolve("/api/v1/outages/" + ID + "/revisions"),
                CONTROL_ROOM,
                Map.of("revision", revision, "stage", stage));
    }

    private static Instant at(LocalTime time) {
        return DAY.atTime(time).atZone(MeterStory.ZONE).toInstant();
    }
}
