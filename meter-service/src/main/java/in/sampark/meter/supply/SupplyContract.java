package in.sampark.meter.supply;

import in.sampark.contract.utility.SupplyCause;
import in.sampark.contract.utility.SupplyReport;
import in.sampark.meter.supply.domain.Report;
import in.sampark.meter.supply.domain.Report.What;
import in.sampark.meter.supply.domain.SwitchCause;
import java.time.Instant;

/** What the head-end's contract means. */
final class SupplyContract {

    private SupplyContract() {}

    /** @param latest time that is believed */
    static Meaning read(SupplyReport said, Instant latest) {
        if (said.getOccurredAt().isAfter(latest)) {
            return new Meaning.Wrong("occurredAt: " + said.getOccurredAt() + " (expected: at most " + latest + ")");
        }
        return switch (said.getChange()) {
            case DISCONNECTED -> about(said, off(said.getCause()));
            case RECONNECTED -> about(said, What.SWITCHED_ON);
            case LAST_GASP -> about(said, What.LAST_GASP);
            case UNKNOWN -> new Meaning.Wrong("change: UNKNOWN (expected: DISCONNECTED, RECONNECTED or LAST_GASP)");
        };
    }

    private static What off(SupplyCause cause) {
        return switch (cause) {
            case DUES -> What.CUT_OFF;
            case OTHER -> What.OFF_UNEXPLAINED;
            case FAULT, TAMPER, LOAD, REQUEST, MAINTENANCE -> What.SWITCHED_OFF;
        };
    }

    private static Meaning about(SupplyReport said, What what) {
        Report report = new Report(what, said.getOccurredAt());
        return new Meaning.About(
                said.getConnectionId(),
                said.getDiscom(),
                said.getEventId(),
                supply -> supply.reported(report),
                SwitchCause.valueOf(said.getCause().name()));
    }
}
