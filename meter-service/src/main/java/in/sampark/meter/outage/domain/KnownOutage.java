package in.sampark.meter.outage.domain;

import java.time.Instant;
import java.util.Objects;

/**
 * An outage as it is known.
 *
 * @param last what was said of it last
 */
public record KnownOutage(Report last, Standing standing) {

    public String id() {
        return last.outageId();
    }

    /** Whether nothing else has been said of it than its announcement, as the report says it. */
    public boolean announcedAs(Report report) {
        return revision() == 1
                && last.level() == report.level()
                && last.assets().equals(report.assets())
                && Objects.equals(last.takesDown(), report.takesDown())
                && last.times().equals(report.times())
                && last.words().equals(report.words())
                && Objects.equals(last.noticeId(), report.noticeId());
    }

    /** Whether it was planned, and its time has passed without a word of it: nobody knows whether supply was off. */
    public boolean lapsedBy(Instant now) {
        return Showing.of(this, now) == Showing.LAPSED;
    }

    public long revision() {
        return last.revision();
    }
}
