package in.sampark.meter.tariff;

import in.sampark.meter.tariff.domain.Percentage;
import in.sampark.meter.tariff.domain.Tariff;
import in.sampark.meter.yaml.InvalidFileException;
import in.sampark.meter.yaml.YamlValue;
import java.io.Reader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One tariff file: all that a category pays, from its first day on. Every fault names the file, the line, the value and what was expected; a key that means
 * nothing is a fault too, since a misspelt rate would otherwise be free of charge.
 *
 * @param category as the file writes it, with its line
 * @param tariffs by the day they hold from
 */
record TariffFile(YamlValue category, List<Tariff> tariffs) {

    /**
     * Reads it.
     *
     * @param name as faults shall show it
     * @throws InvalidFileException when the file is not a tariff
     */
    static TariffFile read(String name, Reader text) {
        YamlValue file = YamlValue.read(name, text, "a tariff");
        file.onlyKeys(Set.of("category", "supply-type", "source", "fuel-surcharge", "versions"));
        file.get("source").text();
        NavigableMap<LocalDate, YamlValue> versions = versions(file.get("versions"));
        NavigableMap<LocalDate, Percentage> surcharges =
                file.find("fuel-surcharge").map(FuelSurcharges::read).orElseGet(TreeMap::new);
        String code = code(file);
        List<Tariff> tariffs = new ArrayList<>();
        versions.forEach((from, version) -> between(from, versions.higherKey(from), surcharges)
                .forEach(day ->
                        tariffs.add(new Tariff(code, day, TariffVersion.rules(version, surcharges.floorEntry(day))))));
        return new TariffFile(file.get("category"), tariffs);
    }

    /** What connections carry: the category, and the type of supply where the schedule of rates tells several apart. */
    String code() {
        return tariffs.getFirst().category();
    }

    private static String code(YamlValue file) {
        String category = file.get("category").text();
        return file.find("supply-type")
                .map(type -> category + "-" + type.text())
                .orElse(category);
    }

    private static NavigableMap<LocalDate, YamlValue> versions(YamlValue list) {
        NavigableMap<LocalDate, YamlValue> versions = list.byDay();
        if (versions.isEmpty()) throw list.fault("none (expected: at least one)");
        return versions;
    }

    /** The first day of a version and those on which the surcharge changes while it holds. */
    private static List<LocalDate> between(
            LocalDate from, @Nullable LocalDate next, NavigableMap<LocalDate, ?> surcharges) {
        Map<LocalDate, ?> later =
                next == null ? surcharges.tailMap(from, false) : surcharges.subMap(from, false, next, false);
        return Stream.concat(Stream.of(from), later.keySet().stream()).toList();
    }
}
