package in.sampark.meter.tariff.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Every tariff known, by category and the day it holds from. */
public final class Tariffs {

    private final Map<String, NavigableMap<LocalDate, Tariff>> byCategory = new HashMap<>();

    /** @throws IllegalArgumentException when two tariffs of a category hold from the same day */
    public Tariffs(Collection<Tariff> tariffs) {
        for (Tariff tariff : tariffs) {
            Tariff other = byCategory
                    .computeIfAbsent(tariff.category(), c -> new TreeMap<>())
                    .putIfAbsent(tariff.from(), tariff);
            if (other != null) {
                throw new IllegalArgumentException("tariffs of " + tariff.category() + " from " + tariff.from()
                        + ": 2 (expected: one a category and day)");
            }
        }
    }

    /** The tariff a category is under on a day; empty when the category or its tariff of that day is not known. */
    public Optional<Tariff> find(String category, LocalDate day) {
        NavigableMap<LocalDate, Tariff> tariffs = byCategory.get(category);
        return Optional.ofNullable(tariffs).map(known -> known.floorEntry(day)).map(Map.Entry::getValue);
    }

    /**
     * The tariff a category is under on a day.
     *
     * @throws IllegalStateException when there is none
     */
    public Tariff on(String category, LocalDate day) {
        return find(category, day)
                .orElseThrow(() -> new IllegalStateException("tariff of " + category + " on " + day + ": none"));
    }

    public Set<String> categories() {
        return new TreeSet<>(byCategory.keySet());
    }
}
