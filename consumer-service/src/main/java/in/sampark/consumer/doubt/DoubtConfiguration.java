package in.sampark.consumer.doubt;

import in.sampark.consumer.connection.FindConnection;
import in.sampark.consumer.connection.NoteDone;
import in.sampark.consumer.contact.ChangeContacts;
import in.sampark.consumer.contact.ContactSearch;
import in.sampark.consumer.doubt.messaging.StatusListener;
import in.sampark.consumer.doubt.r2dbc.R2dbcStreaks;
import in.sampark.platform.leader.DatabaseLeadership;
import in.sampark.platform.leader.LeaderLoop;
import in.sampark.platform.messaging.Batches;
import in.sampark.platform.messaging.Inbox;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

@Configuration(proxyBeanMethods = false)
class DoubtConfiguration {

    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(10);

    @Bean
    DoubtNumbers doubtNumbers(ChangeContacts changeContacts, NoteDone noteDone) {
        return new DoubtNumbers(changeContacts, noteDone);
    }

    @Bean
    LeaderLoop agedDoubting(
            ContactSearch search,
            DoubtNumbers doubtNumbers,
            TransactionalOperator transaction,
            DoubtSettings settings,
            Clock clock,
            DatabaseLeadership leadership) {
        var doubtAged = new DoubtAged(search, doubtNumbers, transaction, settings, clock);
        return new LeaderLoop("aged doubting", null, BETWEEN_LOOKS, doubtAged::doubtPage, leadership);
    }

    @Bean
    TakeReassigned takeReassigned(
            ContactSearch search, DoubtNumbers doubtNumbers, TransactionalOperator transaction, Clock clock) {
        return new TakeReassigned(search, doubtNumbers, transaction, clock);
    }

    @Bean
    DisownNumber disownNumber(
            FindConnection findConnection,
            ChangeContacts changeContacts,
            DoubtNumbers doubtNumbers,
            TransactionalOperator transaction,
            Clock clock) {
        return new DisownNumber(findConnection, changeContacts, doubtNumbers, transaction, clock);
    }

    @Bean
    Streaks streaks(DatabaseClient database) {
        return new R2dbcStreaks(database);
    }

    @Bean
    StatusListener statusListener(
            Batches batches,
            Inbox inbox,
            Streaks streaks,
            DoubtNumbers doubtNumbers,
            DoubtSettings settings,
            Clock clock) {
        return new StatusListener(batches, inbox, new CountFailures(streaks, doubtNumbers, settings, clock));
    }
}
