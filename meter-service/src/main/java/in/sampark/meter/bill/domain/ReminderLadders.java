package in.sampark.meter.bill.domain;

import java.util.Map;

/** The reminder ladder of each company. */
public final class ReminderLadders {

    private final ReminderLadder others;
    private final Map<String, ReminderLadder> byDiscom;

    /** @param others of companies without their own */
    public ReminderLadders(ReminderLadder others, Map<String, ReminderLadder> byDiscom) {
        this.others = others;
        this.byDiscom = Map.copyOf(byDiscom);
    }

    ReminderLadder of(String discom) {
        return byDiscom.getOrDefault(discom, others);
    }
}
