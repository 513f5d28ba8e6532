package in.sampark.notification.message;

import in.sampark.notification.message.r2dbc.MessageSearch;
import in.sampark.notification.message.web.MessageController;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

@Configuration(proxyBeanMethods = false)
class MessageConfiguration {

    @Bean
    MessageController messageController(DatabaseClient database) {
        return new MessageController(new MessageSearch(database));
    }
}
