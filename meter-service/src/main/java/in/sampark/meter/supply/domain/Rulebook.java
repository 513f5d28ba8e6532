package in.sampark.meter.supply.domain;

import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The supply rules of all companies. Of one that has none nothing is decided: nobody is cut off.
 *
 * @param byDiscom by DISCOM code
 */
public record Rulebook(Map<String, SupplyRules> byDiscom) {

    public Rulebook {
        byDiscom = Map.copyOf(byDiscom);
    }

    /** Companies whose calendar does not know a year: in it nobody is cut off. */
    public SortedSet<String> withoutCalendarOf(int year) {
        return byDiscom.entrySet().stream()
                .filter(entry -> !entry.getValue().cutHours().knows(year))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public Optional<SupplyRules> of(String discom) {
        return Optional.ofNullable(byDiscom.get(discom));
    }
}
