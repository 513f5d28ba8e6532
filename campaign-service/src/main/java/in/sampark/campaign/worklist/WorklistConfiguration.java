package in.sampark.campaign.worklist;

import in.sampark.campaign.worklist.messaging.BalanceListener;
import in.sampark.campaign.worklist.messaging.ConnectionListener;
import in.sampark.campaign.worklist.messaging.ContactListener;
import in.sampark.campaign.worklist.messaging.UnreachableListener;
import in.sampark.campaign.worklist.r2dbc.BalanceColumns;
import in.sampark.campaign.worklist.r2dbc.ConnectionColumns;
import in.sampark.campaign.worklist.r2dbc.ContactColumns;
import in.sampark.campaign.worklist.r2dbc.MissedNotices;
import in.sampark.campaign.worklist.r2dbc.WorklistSearch;
import in.sampark.campaign.worklist.r2dbc.WorklistSummary;
import in.sampark.campaign.worklist.web.WorklistController;
import in.sampark.platform.messaging.Batches;
import in.sampark.platform.messaging.Inbox;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

@Configuration(proxyBeanMethods = false)
class WorklistConfiguration {

    @Bean
    FollowConsumers followConsumers(DatabaseClient database) {
        return new FollowConsumers(
                new ConnectionColumns(database), new ContactColumns(database), new BalanceColumns(database));
    }

    @Bean
    ConnectionListener connectionListener(Batches batches, FollowConsumers followConsumers) {
        return new ConnectionListener(batches, followConsumers);
    }

    @Bean
    ContactListener contactListener(Batches batches, FollowConsumers followConsumers) {
        return new ContactListener(batches, followConsumers);
    }

    @Bean
    BalanceListener balanceListener(Batches batches, FollowConsumers followConsumers) {
        return new BalanceListener(batches, followConsumers);
    }

    @Bean
    UnreachableListener unreachableListener(Batches batches, Inbox inbox, DatabaseClient database) {
        return new UnreachableListener(batches, inbox, new MissedNotices(database));
    }

    @Bean
    WorklistController worklistController(DatabaseClient database) {
        return new WorklistController(new WorklistSearch(database), new WorklistSummary(database));
    }
}
