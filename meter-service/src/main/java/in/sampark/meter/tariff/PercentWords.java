package in.sampark.meter.tariff;

import in.sampark.meter.tariff.domain.PercentOf;
import in.sampark.meter.yaml.YamlValue;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a percentage is taken of, as a tariff file writes it: {@code [energy, fixed]}. */
final class PercentWords {

    private PercentWords() {}

    static Set<PercentOf> read(YamlValue list, Set<PercentOf> allowed) {
        Set<PercentOf> of = EnumSet.noneOf(PercentOf.class);
        for (YamlValue value : list.list()) {
            PercentOf part = allowed.stream()
                    .filter(known -> word(known).equals(value.text()))
                    .findAny()
                    .orElseThrow(() -> value.fault(value.text() + " (expected: one of " + words(allowed) + ")"));
            if (!of.add(part)) throw value.fault(value.text() + " twice (expected: once)");
        }
        if (of.isEmpty()) throw list.fault("none (expected: some of " + words(allowed) + ")");
        return of;
    }

    static String word(PercentOf part) {
        return part.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Set<String> words(Set<PercentOf> parts) {
        return parts.stream().map(PercentWords::word).collect(Collectors.toCollection(TreeSet::new));
    }
}
