package in.sampark.meter.balance.domain;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids of events that follow from what they tell, so that telling it again is recognised. */
public final class EventIds {

    private EventIds() {}

    /** @param kind of event @param whose it is @param which of them */
    public static String of(String kind, String whose, Object which) {
        String name = kind + " " + whose + " " + which;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
