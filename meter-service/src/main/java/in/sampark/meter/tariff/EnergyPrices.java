package in.sampark.meter.tariff;

import in.sampark.meter.tariff.domain.PartMonth;
import in.sampark.meter.tariff.domain.Slab;
import in.sampark.meter.tariff.domain.Slabs;
import in.sampark.meter.yaml.YamlValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What energy costs by a version of a tariff file.
 *
 * @param full prices of the schedule of rates
 * @param afterSubsidy what is left of them for the consumer
 */
record EnergyPrices(Slabs full, Slabs afterSubsidy) {

    static EnergyPrices read(YamlValue version) {
        PartMonth partMonth =
                version.find("part-month").map(EnergyPrices::partMonth).orElse(PartMonth.WHOLE);
        YamlValue energy = version.get("energy");
        List<YamlValue> slabs = energy.list();
        Slabs full = energy.built(
                () -> new Slabs(slabs.stream().map(EnergyPrices::slab).toList(), partMonth));
        Slabs left = energy.built(
                () -> new Slabs(slabs.stream().map(EnergyPrices::left).toList(), partMonth));
        Optional<YamlValue> free = version.find("free-kwh");
        return new EnergyPrices(full, free.map(kwh -> left.freeUpTo(kwh.wh())).orElse(left));
    }

    boolean subsidised() {
        return !afterSubsidy.equals(full);
    }

    PartMonth partMonth() {
        return full.partMonth();
    }

    private static Slab slab(YamlValue slab) {
        slab.onlyKeys(Set.of("up-to-kwh", "rupees-per-kwh", "subsidy-rupees-per-kwh"));
        return new Slab(
                slab.find("up-to-kwh").map(YamlValue::wh).orElse(Slab.NO_END),
                slab.get("rupees-per-kwh").paise());
    }

    private static Slab left(YamlValue slab) {
        Slab full = slab(slab);
        Optional<YamlValue> subsidy = slab.find("subsidy-rupees-per-kwh");
        if (subsidy.isEmpty()) return full;
        BigDecimal left = full.paisePerKwh().subtract(subsidy.get().paise());
        subsidy.get()
                .check(
                        left.signum() >= 0,
                        "at most the price, " + slab.get("rupees-per-kwh").text());
        return new Slab(full.upToWh(), left);
    }

    private static PartMonth partMonth(YamlValue value) {
        return switch (value.text().toLowerCase(Locale.ROOT)) {
            case "whole" -> PartMonth.WHOLE;
            case "by-days" -> PartMonth.BY_DAYS;
            default -> throw value.fault(value.text() + " (expected: whole or by-days)");
        };
    }
}
