package in.sampark.notification.message;

import in.sampark.notification.message.messaging.MessageTopics;
import in.sampark.notification.message.r2dbc.MessageSearch;
import in.sampark.notification.message.web.MessageController;
import in.sampark.platform.outbox.Outbox;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

@Configuration(proxyBeanMethods = false)
class MessageConfiguration {

    @Bean
    AnnounceMessages announceMessages(Outbox outbox) {
        return new MessageTopics(outbox);
    }

    @Bean
    MessageController messageController(DatabaseClient database) {
        return new MessageController(new MessageSearch(database));
    }
}
