package in.sampark.launcher.story;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** The sums over all meters. */
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
        MeterResult.Reached rechargesTold) {

    static Totals of(Collection<MeterResult> meters, long readings, long recharges) {
        return new Totals(
                meters.size(),
                readings,
                recharges,
                sum(meters, MeterResult::wh),
                sum(meters, MeterResult::energyPaise),
                sum(meters, MeterResult::fixedPaise),
                sum(meters, MeterResult::dutyPaise),
                sum(meters, MeterResult::balancePaise),
                meters.stream()
                        .flatMap(meter -> meter.notices().entrySet().stream())
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum, TreeMap::new)),
                sum(meters, MeterResult::sent),
                sum(meters, MeterResult::unreachable),
                new MeterResult.Reached(
                        sum(meters, meter -> meter.recharges().sent()),
                        sum(meters, meter -> meter.recharges().unreachable())));
    }

    private static long sum(Collection<MeterResult> meters, ToLongFunction<MeterResult> figure) {
        return meters.stream().mapToLong(figure).sum();
    }
}
