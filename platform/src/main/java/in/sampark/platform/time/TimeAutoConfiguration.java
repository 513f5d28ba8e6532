package in.sampark.platform.time;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.util.retry.Retry;

/** The clock: real, or the demonstration's. */
@AutoConfiguration
public class TimeAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean(Clock.class)
    @ConditionalOnProperty(name = "sampark.story-clock.url", matchIfMissing = true, havingValue = "none")
    Clock realClock() {
        return Clock.systemUTC();
    }

    /** Only where somebody asked for it, and never outside a demonstration. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty("sampark.story-clock.url")
    static class StoryClockConfiguration {

        /** The simulator may be starting at the same time. */
        private static final Duration PATIENCE = Duration.ofMinutes(2);

        private static final Duration PAUSE = Duration.ofMillis(100);

        private record Shown(Instant now) {}

        @Bean
        StoryClock storyClock(Environment environment) {
            if (!environment.acceptsProfiles(Profiles.of("local"))) {
                throw new IllegalStateException(
                        "sampark.story-clock.url is set (expected: only in the profile local, where time is a story)");
            }
            URI url = URI.create(environment.getRequiredProperty("sampark.story-clock.url"));
            Shown shown = WebClient.create()
                    .get()
                    .uri(url)
                    .retrieve()
                    .bodyToMono(Shown.class)
                    .retryWhen(Retry.fixedDelay(PATIENCE.dividedBy(PAUSE), PAUSE)
                            .filter(WebClientRequestException.class::isInstance))
                    .block();
            if (shown == null) {
                throw new IllegalStateException("story clock at " + url + ": no answer (expected: its time)");
            }
            return StoryClock.startingAt(shown.now(), InstantSource.system());
        }

        @Bean
        @ConditionalOnBean(StoryClock.class)
        StoryClockController storyClockController(StoryClock clock, ApplicationEventPublisher events) {
            return new StoryClockController(clock, events);
        }
    }
}
