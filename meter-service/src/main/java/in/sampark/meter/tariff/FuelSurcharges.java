package in.sampark.meter.tariff;

import in.sampark.meter.tariff.domain.Component;
import in.sampark.meter.tariff.domain.PercentOf;
import in.sampark.meter.tariff.domain.Percentage;
import in.sampark.meter.yaml.YamlValue;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** The fuel surcharge of a tariff file. It has dates of its own, for it changes by the month and the tariff by the year. */
final class FuelSurcharges {

    private FuelSurcharges() {}

    static NavigableMap<LocalDate, Percentage> read(YamlValue surcharge) {
        surcharge.onlyKeys(Set.of("on", "percents"));
        Set<PercentOf> of = PercentWords.read(
                surcharge.get("on"), Set.of(PercentOf.ENERGY, PercentOf.ENERGY_AFTER_SUBSIDY, PercentOf.FIXED));
        NavigableMap<LocalDate, Percentage> percents = new TreeMap<>();
        surcharge.get("percents").byDay().forEach((day, entry) -> percents.put(day, percent(entry, of)));
        return percents;
    }

    private static Percentage percent(YamlValue entry, Set<PercentOf> of) {
        entry.onlyKeys(Set.of("effective-from", "percent"));
        YamlValue percent = entry.get("percent");
        return percent.built(() -> new Percentage(Component.SURCHARGE, percent.number(), of));
    }
}
