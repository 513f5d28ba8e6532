package in.sampark.meter.supply;

import in.sampark.contract.campaign.Visit;
import in.sampark.meter.supply.domain.Notice;
import java.time.Instant;

/** What a visit proves that handed over the notice. */
final class HandedOver {

    private HandedOver() {}

    /** @param latest time that is believed */
    static Meaning meaning(Visit visit, Instant latest) {
        if (visit.getVisitedAt().isAfter(latest)) {
            return new Meaning.Wrong("visitedAt: " + visit.getVisitedAt() + " (expected: at most " + latest + ")");
        }
        Notice notice = new Notice(Notice.Kind.VISIT, visit.getVisitId(), visit.getVisitedAt());
        return new Meaning.About(
                visit.getConnectionId(), visit.getDiscom(), visit.getEventId(), supply -> supply.noticed(notice));
    }
}
