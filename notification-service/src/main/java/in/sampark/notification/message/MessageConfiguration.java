package in.sampark.notification.message;

import in.sampark.notification.message.messaging.MessageTopics;
import in.sampark.notification.message.r2dbc.MessageSearch;
import in.sampark.notification.message.r2dbc.MessageWeeks;
import in.sampark.notification.message.web.MessageController;
import in.sampark.platform.leader.DatabaseLeadership;
import in.sampark.platform.leader.LeaderLoop;
import in.sampark.platform.outbox.Outbox;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

@Configuration(proxyBeanMethods = false)
class MessageConfiguration {

    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(10);

    @Bean
    AnnounceMessages announceMessages(Outbox outbox) {
        return new MessageTopics(outbox);
    }

    @Bean
    LeaderLoop messageWeeks(
            DatabaseClient database,
            MessageSettings settings,
            Clock clock,
            TransactionalOperator transaction,
            DatabaseLeadership leadership) {
        KeepMessageWeeks keep =
                new KeepMessageWeeks(new MessageWeeks(database), settings.keptFor(), clock, transaction);
        return new LeaderLoop("message weeks", null, BETWEEN_LOOKS, keep::step, leadership);
    }

    @Bean
    MessageController messageController(DatabaseClient database) {
        return new MessageController(new MessageSearch(database));
    }
}
