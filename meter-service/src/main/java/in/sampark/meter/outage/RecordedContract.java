package in.sampark.meter.outage;

import in.sampark.contract.Topics;
import in.sampark.contract.meter.OutageStanding;
import in.sampark.contract.meter.RecordedOutage;
import in.sampark.contract.meter.RecordedWords;
import in.sampark.contract.meter.SupplyLevel;
import in.sampark.meter.outage.domain.Extent;
import in.sampark.meter.outage.domain.KnownOutage;
import in.sampark.meter.outage.domain.Report;
import in.sampark.platform.outbox.Announcement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A recorded outage as others are told of it. */
final class RecordedContract {

    private RecordedContract() {}

    /** @param causedBy the event that reported the revision */
    static Announcement<RecordedOutage> announcement(KnownOutage outage, String causedBy) {
        Report last = outage.last();
        Optional<Extent> cutsOff = last.cutsOff();
        return Announcement.of(
                Topics.RECORDED_OUTAGES,
                RecordedOutage.newBuilder()
                        .setEventId(outage.id() + "@" + outage.revision())
                        .setOccurredAt(last.reportedAt())
                        .setDiscom(last.discom())
                        .setCausationId(causedBy)
                        .setOutageId(outage.id())
                        .setRevision(outage.revision())
                        .setStanding(OutageStanding.valueOf(outage.standing().name()))
                        .setCutsOffLevel(cutsOff.map(RecordedContract::level).orElse(null))
                        .setCutsOff(cutsOff.map(Extent::assets).orElse(List.of()))
                        .setFromAt(last.times().fromAt())
                        .setExpectedRestorationAt(last.times().expectedRestorationAt())
                        .setRestoredAt(last.times().restoredAt())
                        .setWords(words(last))
                        .setNoticeId(last.noticeId())
                        .build());
    }

    private static SupplyLevel level(Extent extent) {
        return SupplyLevel.valueOf(extent.level().name());
    }

    private static Map<String, RecordedWords> words(Report report) {
        return report.words().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        words -> new RecordedWords(
                                words.getValue().place(), words.getValue().reason())));
    }
}
