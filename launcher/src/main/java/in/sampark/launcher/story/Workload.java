package in.sampark.launcher.story;

import com.fasterxml.jackson.annotation.JsonValue;
import in.sampark.launcher.story.Api.Who;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many records each instance has been done with since its start. @param byInstance and listener */
record Workload(@JsonValue Map<String, Map<String, Long>> byInstance) {

    /** A line of the Prometheus text format. */
    private static final Pattern RECORDS =
            Pattern.compile("^sampark_records_total\\{[^}]*listener=\"([^\"]+)\"[^}]*} (\\S+)$", Pattern.MULTILINE);

    /** @param instances addresses by name; {@code operator} must have the role ops */
    static Workload of(Map<String, URI> instances, Api api, Who operator) {
        Map<String, Map<String, Long>> byInstance = new LinkedHashMap<>();
        instances.forEach((name, address) ->
                byInstance.put(name, byListener(api.text(address.resolve("/actuator/prometheus"), operator))));
        return new Workload(byInstance);
    }

    static Map<String, Long> byListener(String metrics) {
        Map<String, Long> byListener = new TreeMap<>();
        Matcher line = RECORDS.matcher(metrics);
        while (line.find()) {
            byListener.put(line.group(1), Math.round(Double.parseDouble(line.group(2))));
        }
        return byListener;
    }

    long of(String instance) {
        return byInstance.getOrDefault(instance, Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
