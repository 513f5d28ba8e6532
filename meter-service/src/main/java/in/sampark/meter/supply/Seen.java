package in.sampark.meter.supply;

import in.sampark.meter.balance.domain.Forecast;
import in.sampark.meter.supply.domain.Standing;
import in.sampark.meter.supply.domain.Supply;
import in.sampark.meter.supply.domain.Switched;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A connection something happened to that may change what is due.
 *
 * @param before as it is kept
 * @param supply what became of it
 * @param standing of its account, which is locked
 * @param recent what days cost of late
 * @param causedBy the event that happened; null when it was the clock
 * @param switched how its switch was found to have moved, in order
 */
record Seen(
        Watched before,
        Supply supply,
        Standing standing,
        Forecast recent,
        @Nullable String causedBy,
        List<Reported> switched) {

    /** A move of the switch. @param by event of the report */
    record Reported(Switched switched, String by) {}

    /** Of which no switch was reported. */
    Seen(Watched before, Supply supply, Standing standing, Forecast recent, @Nullable String causedBy) {
        this(before, supply, standing, recent, causedBy, List.of());
    }

    String connectionId() {
        return supply.connectionId();
    }
}
