package in.sampark.launcher.story;

import in.sampark.launcher.Progress;
import in.sampark.launcher.story.Api.Who;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** While the feeder is off, an officer takes its first consumer from the work list and proves their number at the door. */
final class DoorVisit implements Events {

    private static final LocalTime TIME = LocalTime.of(12, 15);

    private final WorkList workList;
    private final Registration registration;
    private final List<Meter> meters;
    private final Who officer;
    private final Progress progress;

    DoorVisit(WorkList workList, Registration registration, List<Meter> meters, Who officer, Progress progress) {
        this.workList = workList;
        this.registration = registration;
        this.meters = meters;
        this.officer = officer;
        this.progress = progress;
    }

    @Override
    public List<Event> of(LocalDate day) {
        return day.equals(PlannedOutage.DAY) ? List.of(Event.at(day, TIME, this::visit)) : List.of();
    }

    private void visit() {
        workList.entries().stream()
                .filter(entry -> entry.feederCode().equals(PlannedOutage.FEEDER))
                .findFirst()
                .map(entry -> meter(entry.connectionId()))
                .ifPresent(found -> {
                    registration.verify(found, officer);
                    progress.say(found.id() + ", first of its feeder on the work list, is verified during the outage");
                });
    }

    private Meter meter(String connectionId) {
        return meters.stream()
                .filter(meter -> meter.connectionId().equals(connectionId))
                .findFirst()
                .orElseThrow();
    }
}
