package in.sampark.platform.time;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Indian Standard Time, in which days begin and people read the clock. It has no daylight saving. */
public final class India {

    public static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");

    private India() {}

    /** When the hour began that a time lies in: half past one of UTC. */
    public static Instant hour(Instant time) {
        return time.atZone(ZONE).truncatedTo(ChronoUnit.HOURS).toInstant();
    }
}
