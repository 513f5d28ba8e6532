package in.sampark.notification.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.sampark.notification.outage.domain.Lead;
import in.sampark.notification.outage.domain.Leads;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class OutageSettingsTest {

    @Test
    void aCompanyMayHaveTimesOfItsOwn() {
        assertThat(leads(Map.of(
                        "sampark.outages.told-before", "24h,1h", "sampark.outages.discoms.NBPDCL", "48h,12h,1h")))
                .isEqualTo(new Leads(lead(24, 1), Map.of("NBPDCL", lead(48, 12, 1))));
        assertThat(leads(Map.of())).isEqualTo(new Leads(lead(24, 1), Map.of()));
    }

    @Test
    void timesThatDoNotFallAreRefused() {
        assertThatThrownBy(() -> leads(Map.of("sampark.outages.discoms.NBPDCL", "1h,24h")))
                .hasMessageContaining("expected: each shorter than the one before it");
    }

    private static Leads leads(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("sampark.outages", OutageSettings.class)
                .leads();
    }

    private static Lead lead(int... hours) {
        return new Lead(Arrays.stream(hours).mapToObj(Duration::ofHours).toList());
    }
}
