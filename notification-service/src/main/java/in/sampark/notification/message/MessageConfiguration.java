package in.sampark.notification.message;

import in.sampark.notification.message.messaging.MessageTopics;
import in.sampark.notification.message.r2dbc.EventOutcomes;
import in.sampark.notification.message.r2dbc.MessageSearch;
import in.sampark.notification.message.r2dbc.MessageTotals;
import in.sampark.notification.message.r2dbc.MessageWeeks;
import in.sampark.notification.message.r2dbc.NumberSearches;
import in.sampark.notification.message.r2dbc.OverdueMessages;
import in.sampark.notification.message.r2dbc.PlannedMessages;
import in.sampark.notification.message.web.EventOutcomesController;
import in.sampark.notification.message.web.MessageController;
import in.sampark.notification.message.web.MessageTotalsController;
import in.sampark.notification.message.web.NumberSearchController;
import in.sampark.platform.crypto.KeyedHash;
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
            PlannedMessages planned,
            NumberSearches searches,
            MessageSettings settings,
            Clock clock,
            TransactionalOperator transaction,
            DatabaseLeadership leadership) {
        KeepMessageWeeks keep = new KeepMessageWeeks(
                new MessageWeeks(database), planned, searches, settings.keptFor(), clock, transaction);
        return new LeaderLoop("message weeks", null, BETWEEN_LOOKS, keep::step, leadership);
    }

    @Bean
    PlannedMessages plannedMessages(DatabaseClient database) {
        return new PlannedMessages(database);
    }

    @Bean
    CountPlanned countPlanned(PlannedMessages planned) {
        return new CountPlanned(planned);
    }

    @Bean
    LeaderLoop overdueMessages(
            DatabaseClient database,
            PlannedMessages planned,
            AnnounceMessages announce,
            MessageSettings settings,
            Clock clock,
            TransactionalOperator transaction,
            DatabaseLeadership leadership) {
        CloseOverdue close = new CloseOverdue(
                new OverdueMessages(database), planned, announce, transaction, clock, settings.receiptWithin());
        return new LeaderLoop("overdue messages", null, settings.lookedThroughEvery(), close::step, leadership);
    }

    @Bean
    EventOutcomesController eventOutcomesController(DatabaseClient database, Clock clock) {
        return new EventOutcomesController(new EventOutcomes(database), clock);
    }

    @Bean
    NumberSearches numberSearches(DatabaseClient database) {
        return new NumberSearches(database);
    }

    @Bean
    MessageSearch messageSearch(DatabaseClient database) {
        return new MessageSearch(database);
    }

    @Bean
    MessageController messageController(MessageSearch search, Clock clock) {
        return new MessageController(search, clock);
    }

    @Bean
    NumberSearchController numberSearchController(MessageSearch search, NumberSearches searches, KeyedHash hash) {
        return new NumberSearchController(search, searches, hash);
    }

    @Bean
    MessageTotalsController messageTotalsController(DatabaseClient database) {
        return new MessageTotalsController(new MessageTotals(database));
    }
}
