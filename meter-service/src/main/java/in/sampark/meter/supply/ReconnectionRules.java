package in.sampark.meter.supply;

import in.sampark.meter.supply.domain.Reconnection;
import in.sampark.meter.supply.domain.Reconnection.Part;
import in.sampark.meter.yaml.YamlValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What brings supply back, as a file of supply rules says it. */
final class ReconnectionRules {

    private static final int MOST_DAYS = 365;
    private static final int MOST_MINUTES = 7 * 24 * 60;

    private ReconnectionRules() {}

    static Reconnection read(YamlValue reconnection) {
        reconnection.onlyKeys(Set.of("balance", "parts", "within-minutes"));
        YamlValue balance = reconnection.get("balance");
        balance.check(Set.of("positive", "nothing-owed").contains(balance.text()), "positive or nothing-owed");
        return new Reconnection(
                reconnection.find("parts").map(ReconnectionRules::parts).orElse(List.of()),
                balance.text().equals("positive"),
                Duration.ofMinutes(reconnection.get("within-minutes").whole(1, MOST_MINUTES)));
    }

    private static List<Part> parts(YamlValue list) {
        List<Part> parts = new ArrayList<>();
        for (YamlValue entry : list.list()) {
            entry.onlyKeys(Set.of("percent-of-dues", "grace-days"));
            YamlValue percent = entry.get("percent-of-dues");
            Duration grace = Duration.ofDays(entry.get("grace-days").whole(1, MOST_DAYS));
            Part part = percent.built(() -> new Part(percent.whole(1, 99), grace));
            percent.check(parts.isEmpty() || part.percent() > parts.getLast().percent(), "above the one before");
            entry.get("grace-days")
                    .check(
                            parts.isEmpty() || grace.compareTo(parts.getLast().grace()) > 0,
                            "longer than for the part before");
            parts.add(part);
        }
        return parts;
    }
}
