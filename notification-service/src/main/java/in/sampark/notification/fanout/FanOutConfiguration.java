package in.sampark.notification.fanout;

import in.sampark.notification.dispatch.LaneBacklog;
import in.sampark.notification.fanout.r2dbc.FanOutTable;
import in.sampark.notification.fanout.r2dbc.FanOutTurns;
import in.sampark.notification.fanout.r2dbc.SuppliedConnections;
import in.sampark.notification.plan.KeepUnreachable;
import in.sampark.notification.plan.PlanNotices;
import in.sampark.notification.plan.domain.Rules;
import in.sampark.platform.leader.DatabaseLeadership;
import in.sampark.platform.leader.LeaderLoop;
import in.sampark.platform.settled.Unsettled;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

@Configuration(proxyBeanMethods = false)
class FanOutConfiguration {

    @Bean
    FanOutTable fanOutTable(DatabaseClient database) {
        return new FanOutTable(database);
    }

    @Bean
    StartFanOuts startFanOuts(Rules rules, FanOutTable fanOuts, KeepUnreachable keepUnreachable, Clock clock) {
        return new StartFanOuts(rules, fanOuts, keepUnreachable, clock);
    }

    @Bean
    ForgetFanOuts forgetFanOuts(FanOutTable fanOuts) {
        return new ForgetFanOuts(fanOuts);
    }

    @Bean
    Unsettled fanOutBacklog(FanOutTable fanOuts) {
        return new FanOutBacklog(fanOuts);
    }

    @Bean
    LeaderLoop fanOutPages(
            FanOutTable fanOuts,
            DatabaseClient database,
            Rules rules,
            PlanNotices planNotices,
            LaneBacklog bulkBacklog,
            @Qualifier("outboxBacklog") Unsettled unpublished,
            TransactionalOperator transaction,
            Clock clock,
            FanOutSettings settings,
            DatabaseLeadership leadership) {
        TellPage tellPage = new TellPage(
                fanOuts,
                new FanOutTurns(database, rules),
                new SuppliedConnections(database),
                planNotices,
                new Pace(bulkBacklog, unpublished, settings.ahead()),
                transaction,
                clock,
                settings.page());
        return new LeaderLoop("fan-outs", FanOutTable.CHANNEL, settings.pause(), tellPage::tellNext, leadership);
    }
}
