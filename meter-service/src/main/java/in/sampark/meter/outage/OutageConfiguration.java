package in.sampark.meter.outage;

import in.sampark.meter.outage.domain.JudgeOutage;
import in.sampark.meter.outage.domain.VetReport;
import in.sampark.meter.outage.messaging.OutageListener;
import in.sampark.meter.outage.r2dbc.R2dbcAssets;
import in.sampark.meter.outage.r2dbc.R2dbcCurrentOutages;
import in.sampark.meter.outage.r2dbc.R2dbcOutages;
import in.sampark.platform.intake.Intake;
import in.sampark.platform.leader.DatabaseLeadership;
import in.sampark.platform.leader.LeaderLoop;
import in.sampark.platform.messaging.Batches;
import in.sampark.platform.outbox.Outbox;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

@Configuration(proxyBeanMethods = false)
class OutageConfiguration {

    private static final Duration PRUNED_EVERY = Duration.ofHours(1);
    private static final int PRUNED_AT_ONCE = 1000;

    @Bean
    JudgeOutage judgeOutage(OutageSettings settings) {
        return new JudgeOutage(settings.clockTolerance(), settings.horizon());
    }

    @Bean
    CurrentOutages currentOutages(DatabaseClient database) {
        return new R2dbcCurrentOutages(database);
    }

    @Bean
    RecordOutages recordOutages(Outages outages, JudgeOutage judge, Outbox outbox, Clock clock) {
        return new RecordOutages(outages, judge, outbox, clock);
    }

    @Bean
    OutageListener outageListener(Batches batches, RecordOutages recordOutages) {
        return new OutageListener(batches, recordOutages);
    }

    @Bean
    LeaderLoop outagesPruned(
            Outages outages,
            OutageSettings settings,
            TransactionalOperator transaction,
            Clock clock,
            DatabaseLeadership leadership) {
        return new LeaderLoop(
                "outage pruning",
                null,
                PRUNED_EVERY,
                () -> outages.prune(clock.instant().minus(settings.keptFor()), PRUNED_AT_ONCE)
                        .as(transaction::transactional),
                leadership);
    }

    @Bean
    Outages outages(DatabaseClient database) {
        return new R2dbcOutages(database);
    }

    @Bean
    AreaOfOutages areaOfOutages(DatabaseClient database, CurrentOutages shown) {
        return new AreaOfOutages(new R2dbcAssets(database), shown);
    }

    @Bean
    FewAtOnce outagesToldAtOnce(OutageSettings settings) {
        return new FewAtOnce(settings.toldAtOnce());
    }

    @Bean
    TellOutages tellOutages(
            Outages outages,
            AreaOfOutages area,
            JudgeOutage judge,
            Intake intake,
            FewAtOnce fewAtOnce,
            TransactionalOperator transaction,
            Clock clock) {
        return new TellOutages(
                outages,
                area,
                new VetReport(judge),
                new PublishOutages(outages, intake),
                fewAtOnce,
                transaction,
                clock);
    }

    @Bean
    TellNotices tellNotices(
            Outages outages,
            AreaOfOutages area,
            JudgeOutage judge,
            Intake intake,
            FewAtOnce fewAtOnce,
            TransactionalOperator transaction,
            Clock clock) {
        return new TellNotices(
                outages,
                area,
                new VetReport(judge),
                new PublishOutages(outages, intake),
                fewAtOnce,
                transaction,
                clock);
    }
}
