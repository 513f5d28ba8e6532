package in.sampark.platform.settled;

import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;

/** Tells, where a story clock is driven, whether the service has caught up. */
@AutoConfiguration
public class SettledAutoConfiguration {

    @Bean
    @Profile("local")
    SettledController settledController(List<Unsettled> checks) {
        return new SettledController(checks);
    }
}
