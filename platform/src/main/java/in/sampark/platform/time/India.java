package in.sampark.platform.time;

import java.time.ZoneId;

/** Indian Standard Time, in which days begin and people read the clock. It has no daylight saving. */
public final class India {

    public static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");

    private India() {}
}
