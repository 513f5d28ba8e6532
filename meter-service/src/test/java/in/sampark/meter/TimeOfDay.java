package in.sampark.meter;

import in.sampark.platform.time.ClockJumped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;

/** A clock that stands still until a test sets it. */
@TestConfiguration(proxyBeanMethods = false)
class TimeOfDay {

    @Bean
    Settable clock(ApplicationEventPublisher events) {
        return new Settable(new AtomicReference<>(Instant.parse("2019-04-30T00:00:00Z")), events);
    }

    static final class Settable extends Clock {

        private final AtomicReference<Instant> now;
        private final ApplicationEventPublisher events;

        Settable(AtomicReference<Instant> now, ApplicationEventPublisher events) {
            this.now = now;
            this.events = events;
        }

        /** Sets the time and tells everyone. */
        void set(Instant time) {
            setUnnoticed(time);
            events.publishEvent(new ClockJumped(time));
        }

        /** Sets the time; nobody wakes up for it. */
        void setUnnoticed(Instant time) {
            now.set(time);
        }

        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
