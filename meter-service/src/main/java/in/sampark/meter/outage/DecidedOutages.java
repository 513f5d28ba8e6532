package in.sampark.meter.outage;

import in.sampark.contract.meter.RecordedOutage;
import in.sampark.contract.utility.Outage;
import in.sampark.meter.outage.domain.JudgeOutage;
import in.sampark.meter.outage.domain.Judgement.NothingNew;
import in.sampark.meter.outage.domain.Judgement.OutOfStep;
import in.sampark.meter.outage.domain.Judgement.Recorded;
import in.sampark.meter.outage.domain.Judgement.Refused;
import in.sampark.meter.outage.domain.KnownOutage;
import in.sampark.meter.outage.domain.Objection;
import in.sampark.platform.messaging.Received;
import in.sampark.platform.messaging.Rejected;
import in.sampark.platform.outbox.Announcement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A batch of reports, judged one after the other, each seeing what those before it changed. */
final class DecidedOutages {

    private final Map<String, KnownOutage> held;
    private final Map<String, KnownOutage> recorded = new LinkedHashMap<>();
    private final Map<String, Announcement<RecordedOutage>> announcements = new LinkedHashMap<>();
    private final List<Rejected<Outage>> rejected = new ArrayList<>();

    private DecidedOutages(Map<String, KnownOutage> held) {
        this.held = new HashMap<>(held);
    }

    static DecidedOutages of(
            List<Received<Outage>> batch, Map<String, KnownOutage> held, JudgeOutage judge, Instant now) {
        DecidedOutages decided = new DecidedOutages(held);
        batch.forEach(received -> decided.take(received, judge, now));
        return decided;
    }

    private void take(Received<Outage> received, JudgeOutage judge, Instant now) {
        switch (judge.judge(OutageContract.report(received.value()), held.get(received.key()), now)) {
            case Recorded(KnownOutage outage) -> record(outage, received.value().getEventId());
            case NothingNew() -> {}
            case Refused refused -> rejected.add(new Rejected<>(received, refused.reason()));
            case OutOfStep(Objection objection) -> rejected.add(new Rejected<>(received, objection.reason()));
        }
    }

    private void record(KnownOutage outage, String causedBy) {
        held.put(outage.id(), outage);
        recorded.put(outage.id(), outage);
        announcements.put(outage.id(), RecordedContract.announcement(outage, causedBy));
    }

    Collection<KnownOutage> recorded() {
        return recorded.values();
    }

    /** What others are told: of each outage how it stands after the batch. */
    List<Announcement<RecordedOutage>> announcements() {
        return List.copyOf(announcements.values());
    }

    List<Rejected<Outage>> rejected() {
        return rejected;
    }
}
