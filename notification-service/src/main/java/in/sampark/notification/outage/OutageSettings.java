package in.sampark.notification.outage;

import in.sampark.notification.outage.domain.Lead;
import in.sampark.notification.outage.domain.Leads;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What is told of outages, and when.
 *
 * @param toldBefore how long before a planned outage its consumers are told, see {@link Lead}
 * @param discoms the same of companies that have times of their own, by code
 * @param believedFor how long after its expected restoration an outage that nobody ended is believed to go on
 * @param keptFor how long an outage is remembered after it was over; longer than its topic keeps it, so that a replay finds it
 */
@Validated
@ConfigurationProperties("sampark.outages")
record OutageSettings(
        @DefaultValue({"24h", "1h"}) List<Duration> toldBefore,
        @DefaultValue Map<String, List<Duration>> discoms,
        @DurationMin @DefaultValue("24h") Duration believedFor,
        @DurationMin(days = 40) @DefaultValue("90d") Duration keptFor) {

    OutageSettings {
        toldBefore = List.copyOf(toldBefore);
        discoms = Map.copyOf(discoms);
    }

    Leads leads() {
        return new Leads(
                new Lead(toldBefore),
                discoms.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, one -> new Lead(one.getValue()))));
    }
}
