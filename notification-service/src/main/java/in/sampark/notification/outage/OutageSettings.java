package in.sampark.notification.outage;

import in.sampark.notification.outage.domain.Lead;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** See {@link Lead}. */
@ConfigurationProperties("sampark.outages")
record OutageSettings(
        @DefaultValue("24h") Duration toldBefore,
        @DefaultValue("1h") Duration remindedBefore) {

    Lead lead() {
        return new Lead(toldBefore, remindedBefore);
    }
}
