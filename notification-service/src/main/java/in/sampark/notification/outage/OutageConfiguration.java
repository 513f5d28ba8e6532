package in.sampark.notification.outage;

import in.sampark.contract.Topics;
import in.sampark.notification.fanout.ForgetFanOuts;
import in.sampark.notification.fanout.StartFanOuts;
import in.sampark.notification.later.Later;
import in.sampark.notification.later.LaterSettings;
import in.sampark.notification.message.domain.Subject;
import in.sampark.notification.outage.domain.News;
import in.sampark.notification.outage.messaging.OutageListener;
import in.sampark.notification.outage.r2dbc.OutageTable;
import in.sampark.notification.plan.domain.Rules;
import in.sampark.platform.leader.DatabaseLeadership;
import in.sampark.platform.leader.LeaderLoop;
import in.sampark.platform.messaging.Batches;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

@Configuration(proxyBeanMethods = false)
class OutageConfiguration {

    private static final Duration PRUNED_EVERY = Duration.ofHours(1);

    @Bean
    OutageTable outageTable(DatabaseClient database) {
        return new OutageTable(database);
    }

    @Bean
    FollowTellings followTellings(
            OutageTable outages, Later later, StartFanOuts startFanOuts, Clock clock, OutageSettings settings) {
        return new FollowTellings(outages, later, startFanOuts, clock, settings.believedFor());
    }

    @Bean
    OutageListener outageListener(
            Batches batches,
            OutageTable outages,
            FollowTellings followTellings,
            Rules rules,
            Clock clock,
            OutageSettings settings) {
        everyEndHasALimit(rules);
        return new OutageListener(batches, new TakeOutages(outages, followTellings, clock, settings.leads()));
    }

    @Bean
    LeaderLoop outagesDue(
            OutageTable outages,
            Later later,
            FollowTellings followTellings,
            TransactionalOperator transaction,
            Clock clock,
            OutageSettings settings,
            LaterSettings laterSettings,
            DatabaseLeadership leadership) {
        TellDueOutages tellDueOutages =
                new TellDueOutages(outages, later, followTellings, transaction, clock, settings.leads());
        return new LeaderLoop("outages due", null, laterSettings.pause(), tellDueOutages::tellPage, leadership);
    }

    @Bean
    LeaderLoop outagesPruned(
            OutageTable outages,
            ForgetFanOuts forgetFanOuts,
            TransactionalOperator transaction,
            Clock clock,
            OutageSettings settings,
            DatabaseLeadership leadership) {
        PruneOutages pruneOutages = new PruneOutages(outages, forgetFanOuts, transaction, clock, settings.keptFor());
        return new LeaderLoop("outage pruning", null, PRUNED_EVERY, pruneOutages::prunePage, leadership);
    }

    /** That an outage is over does not say until when that is worth telling: its rules have to. */
    private static void everyEndHasALimit(Rules rules) {
        rules.all().stream()
                .filter(rule -> rule.event().equals(Topics.Name.RECORDED_OUTAGES))
                .filter(rule -> Arrays.stream(News.values())
                        .filter(News::last)
                        .map(News::name)
                        .anyMatch(last ->
                                rule.when().getOrDefault(Subject.NEWS, last).equals(last)))
                .forEach(rule -> rule.relevantUntil(Instant.EPOCH, null));
    }
}
