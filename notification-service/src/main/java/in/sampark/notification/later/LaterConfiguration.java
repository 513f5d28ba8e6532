package in.sampark.notification.later;

import in.sampark.notification.later.r2dbc.LaterTable;
import in.sampark.notification.later.web.LaterController;
import in.sampark.notification.message.AnnounceMessages;
import in.sampark.platform.leader.DatabaseLeadership;
import in.sampark.platform.leader.LeaderLoop;
import in.sampark.platform.settled.Unsettled;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

@Configuration(proxyBeanMethods = false)
class LaterConfiguration {

    @Bean
    LaterTable laterTable(DatabaseClient database) {
        return new LaterTable(database);
    }

    @Bean
    Unsettled laterBacklog(LaterTable later, Clock clock) {
        return new LaterBacklog(later, clock);
    }

    @Bean
    LeaderLoop laterRelease(
            LaterTable later,
            AnnounceMessages announce,
            TransactionalOperator transaction,
            Clock clock,
            LaterSettings settings,
            DatabaseLeadership leadership) {
        ReleaseDue releaseDue = new ReleaseDue(later, announce, transaction, clock);
        return new LeaderLoop("later", null, settings.pause(), releaseDue::releasePage, leadership);
    }

    @Bean
    @Profile("local")
    LaterController laterController(LaterTable later) {
        return new LaterController(later);
    }
}
