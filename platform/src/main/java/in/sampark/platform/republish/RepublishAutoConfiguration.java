package in.sampark.platform.republish;

import in.sampark.platform.leader.DatabaseLeadership;
import in.sampark.platform.leader.LeaderLoop;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** Republication where there are topics with a state to tell. */
@AutoConfiguration(afterName = "in.sampark.platform.leader.LeaderAutoConfiguration")
@ConditionalOnBean(TopicState.class)
public class RepublishAutoConfiguration {

    /** The command rings. */
    private static final Duration IDLE = Duration.ofMinutes(10);

    @Bean
    Republications republications(DatabaseClient database) {
        return new Republications(database);
    }

    @Bean
    AnnounceAgain announceAgain(
            Republications republications, List<TopicState> states, TransactionalOperator transaction) {
        return new AnnounceAgain(republications, states, transaction);
    }

    @Bean
    LeaderLoop republication(AnnounceAgain announceAgain, DatabaseLeadership leadership) {
        return new LeaderLoop("republication", Republications.CHANNEL, IDLE, announceAgain::step, leadership);
    }

    @Bean
    RepublishController republishController(Republications republications, AnnounceAgain announceAgain) {
        return new RepublishController(republications, announceAgain);
    }
}
