package in.sampark.meter.supply;

import in.sampark.meter.supply.domain.Patience;
import in.sampark.meter.supply.domain.Patience.Unpaid;
import in.sampark.meter.yaml.YamlValue;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How long supply goes on after nothing is left, as a file of supply rules says it. */
final class PatienceRules {

    private static final int MOST_DAYS = 365;
    private static final int MOST_HOURS = 24 * 60;

    private PatienceRules() {}

    static Patience read(YamlValue patience) {
        patience.onlyKeys(Set.of("emergency-credit-days", "hours-after-notice", "unpaid"));
        return new Patience(
                days(patience.get("emergency-credit-days")),
                patience.find("unpaid").map(YamlValue::list).orElse(List.of()).stream()
                        .map(PatienceRules::unpaid)
                        .toList(),
                Duration.ofHours(patience.get("hours-after-notice").whole(0, MOST_HOURS)));
    }

    private static Unpaid unpaid(YamlValue entry) {
        entry.onlyKeys(Set.of("categories", "load-up-to-kw", "days"));
        return new Unpaid(
                entry.find("categories").map(YamlValue::list).orElse(List.of()).stream()
                        .map(YamlValue::text)
                        .collect(Collectors.toSet()),
                entry.find("load-up-to-kw").map(YamlValue::watts).orElse(Long.MAX_VALUE),
                days(entry.get("days")));
    }

    private static Duration days(YamlValue value) {
        return Duration.ofDays(value.whole(0, MOST_DAYS));
    }
}
