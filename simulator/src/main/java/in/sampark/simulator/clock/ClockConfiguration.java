package in.sampark.simulator.clock;

import in.sampark.simulator.feed.domain.Feed;
import in.sampark.simulator.feed.domain.India;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    /** The story begins at noon of the day before the first row, so that consumers can be enrolled before it. */
    @Bean
    StoryClock storyClock(Feed feed) {
        return new StoryClock(India.at(feed.firstDay().minusDays(1), LocalTime.NOON));
    }
}
