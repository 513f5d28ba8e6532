package in.sampark.meter.outage;

import in.sampark.contract.utility.Outage;
import in.sampark.contract.utility.OutageLevel;
import in.sampark.contract.utility.OutageStage;
import in.sampark.contract.utility.OutageWords;
import in.sampark.meter.outage.domain.Extent;
import in.sampark.meter.outage.domain.Level;
import in.sampark.meter.outage.domain.Report;
import in.sampark.meter.outage.domain.Stage;
import in.sampark.meter.outage.domain.Times;
import in.sampark.meter.outage.domain.Words;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A report as the contract writes it, there and back. */
final class OutageContract {

    private OutageContract() {}

    static Report report(Outage said) {
        return new Report(
                said.getOutageId(),
                said.getDiscom(),
                said.getRevision(),
                Stage.valueOf(said.getStage().name()),
                Level.valueOf(said.getLevel().name()),
                said.getAssets(),
                takesDown(said),
                new Times(said.getFromAt(), said.getExpectedRestorationAt(), said.getRestoredAt()),
                each(said.getWords(), words -> new Words(words.getPlace(), words.getReason())),
                said.getOccurredAt(),
                said.getNoticeId());
    }

    static Outage record(Report report) {
        Extent down = report.takesDown();
        return Outage.newBuilder()
                .setEventId(report.outageId() + "@" + report.revision())
                .setOccurredAt(report.reportedAt())
                .setDiscom(report.discom())
                .setOutageId(report.outageId())
                .setRevision(report.revision())
                .setStage(OutageStage.valueOf(report.stage().name()))
                .setLevel(OutageLevel.valueOf(report.level().name()))
                .setAssets(report.assets())
                .setTakesDownLevel(
                        down == null ? null : OutageLevel.valueOf(down.level().name()))
                .setTakesDown(down == null ? List.of() : down.assets())
                .setFromAt(report.times().fromAt())
                .setExpectedRestorationAt(report.times().expectedRestorationAt())
                .setRestoredAt(report.times().restoredAt())
                .setWords(each(report.words(), words -> new OutageWords(words.place(), words.reason())))
                .setNoticeId(report.noticeId())
                .build();
    }

    private static @Nullable Extent takesDown(Outage said) {
        if (said.getTakesDownLevel() != null) {
            return new Extent(Level.valueOf(said.getTakesDownLevel().name()), said.getTakesDown());
        }
        return said.getTakesDown().isEmpty() ? null : new Extent(Level.UNKNOWN, said.getTakesDown());
    }

    private static <A, B> Map<String, B> each(Map<String, A> byLanguage, Function<A, B> mapped) {
        return byLanguage.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, words -> mapped.apply(words.getValue())));
    }
}
