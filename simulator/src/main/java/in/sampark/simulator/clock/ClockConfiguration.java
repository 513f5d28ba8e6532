package in.sampark.simulator.clock;

import in.sampark.simulator.feed.domain.Feed;
import in.sampark.simulator.feed.domain.India;
import java.time.Instant;
import java.time.LocalTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    /**
     * The story begins at noon of the day before the first row, so that consumers can be enrolled before it. A story told before
     * goes on where it is.
     */
    @Bean
    StoryClock storyClock(Feed feed, @Value("${simulator.clock.start}") String start) {
        return new StoryClock(
                start.isBlank() ? India.at(feed.firstDay().minusDays(1), LocalTime.NOON) : Instant.parse(start));
    }
}
