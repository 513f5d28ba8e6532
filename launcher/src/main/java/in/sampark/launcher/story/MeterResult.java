package in.sampark.launcher.story;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;

/**
 * What came of one meter. Energy in watt-hours, money in paise.
 *
 * @param notices rungs crossed, by rung in percent of the last recharge
 * @param sent ladder notices that reached the phone
 * @param unreachable ladder notices that could not be sent for lack of a proven number
 * @param outages what was told of outages on its feeder, by kind
 * @param fed what the feed sent for it
 */
@JsonPropertyOrder({
    "wh",
    "energyPaise",
    "fixedPaise",
    "dutyPaise",
    "rechargePaise",
    "balancePaise",
    "notices",
    "sent",
    "unreachable",
    "recharges",
    "outages"
})
record MeterResult(
        long wh,
        long energyPaise,
        long fixedPaise,
        long dutyPaise,
        long rechargePaise,
        long balancePaise,
        Map<String, Long> notices,
        long sent,
        long unreachable,
        Reached recharges,
        Map<String, Long> outages,
        @JsonIgnore FedRecords.Fed fed) {

    /** How many confirmations arrived, and how many could not be sent. */
    record Reached(long sent, long unreachable) {}

    /** The ledger's own check: what came in less what was charged is what is left. */
    boolean adds() {
        return rechargePaise - energyPaise - fixedPaise - dutyPaise == balancePaise;
    }

    /** All that was fed was taken: the last register is what was charged for, every recharge was credited and is accounted for. */
    boolean allTaken() {
        return wh == fed.wh()
                && rechargePaise == fed.rechargePaise()
                && recharges.sent() + recharges.unreachable() == fed.recharges();
    }

    long crossings() {
        return notices.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Nobody was forgotten and nobody told twice. */
    boolean allTold() {
        return crossings() == sent + unreachable;
    }
}
