package in.sampark.launcher.story;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * The sums over all meters.
 *
 * @param outages accounts told of outages, by kind
 * @param outageMessages messages that did: one may speak of several accounts
 * @param onWorkList consumers still to be visited
 */
record Totals(
        int meters,
        long readings,
        long recharges,
        long wh,
        long energyPaise,
        long fixedPaise,
        long dutyPaise,
        long balancePaise,
        Map<String, Long> notices,
        long sent,
        long unreachable,
        MeterResult.Reached rechargesTold,
        Map<String, Long> outages,
        Map<String, Long> outageMessages,
        int onWorkList) {

    static Totals of(Collection<MeterResult> meters, Records records, int onWorkList) {
        return new Totals(
                meters.size(),
                records.fed().readings().size(),
                records.fed().recharges().size(),
                sum(meters, MeterResult::wh),
                sum(meters, MeterResult::energyPaise),
                sum(meters, MeterResult::fixedPaise),
                sum(meters, MeterResult::dutyPaise),
                sum(meters, MeterResult::balancePaise),
                added(meters, MeterResult::notices),
                sum(meters, MeterResult::sent),
                sum(meters, MeterResult::unreachable),
                new MeterResult.Reached(
                        sum(meters, meter -> meter.recharges().sent()),
                        sum(meters, meter -> meter.recharges().unreachable())),
                added(meters, MeterResult::outages),
                records.told().outages(),
                onWorkList);
    }

    private static Map<String, Long> added(
            Collection<MeterResult> meters, Function<MeterResult, Map<String, Long>> figures) {
        return meters.stream()
                .flatMap(meter -> figures.apply(meter).entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum, TreeMap::new));
    }

    private static long sum(Collection<MeterResult> meters, ToLongFunction<MeterResult> figure) {
        return meters.stream().mapToLong(figure).sum();
    }
}
