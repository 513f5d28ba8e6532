package in.sampark.meter.supply;

import in.sampark.meter.supply.domain.NoCut;
import in.sampark.meter.yaml.YamlValue;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** When nobody is cut off, as a file of supply rules says it. */
final class NoCutRules {

    private NoCutRules() {}

    static List<NoCut> read(YamlValue noCut) {
        noCut.onlyKeys(Set.of("hours", "weekdays", "second-saturdays", "holidays"));
        List<NoCut> rules = new ArrayList<>();
        noCut.find("hours").ifPresent(spans -> spans.list().forEach(span -> rules.add(hours(span))));
        noCut.find("weekdays").ifPresent(days -> rules.add(weekdays(days)));
        noCut.find("second-saturdays").filter(YamlValue::flag).ifPresent(_ -> rules.add(new NoCut.SecondSaturdays()));
        noCut.find("holidays").ifPresent(years -> rules.add(holidays(years)));
        return rules;
    }

    private static NoCut hours(YamlValue span) {
        span.onlyKeys(Set.of("from", "to"));
        return span.built(
                () -> new NoCut.Hours(span.get("from").time(), span.get("to").time()));
    }

    private static NoCut weekdays(YamlValue days) {
        return new NoCut.Weekdays(
                days.list().stream().map(day -> day.oneOf(DayOfWeek.class)).collect(Collectors.toSet()));
    }

    private static NoCut holidays(YamlValue years) {
        Map<Integer, Set<LocalDate>> byYear = new TreeMap<>();
        for (YamlValue entry : years.list()) {
            entry.onlyKeys(Set.of("year", "days"));
            int year = entry.get("year").whole(2000, 2100);
            if (byYear.put(year, days(entry.get("days"), year)) != null) {
                throw entry.get("year").fault(year + " twice (expected: once)");
            }
        }
        if (byYear.isEmpty()) throw years.fault("none (expected: at least one year)");
        return new NoCut.Holidays(byYear);
    }

    private static Set<LocalDate> days(YamlValue list, int year) {
        Set<LocalDate> days = new HashSet<>();
        for (YamlValue day : list.list()) {
            day.check(day.day().getYear() == year, "a day of " + year);
            day.check(days.add(day.day()), "every day once");
        }
        if (days.isEmpty()) throw list.fault("none (expected: the holidays of " + year + ")");
        return days;
    }
}
