package in.sampark.meter.supply;

import in.sampark.meter.balance.Accounts;
import in.sampark.meter.balance.BalanceFollower;
import in.sampark.meter.balance.BalanceSheets;
import in.sampark.meter.balance.domain.Bookkeeping;
import in.sampark.meter.balance.domain.Midnight;
import in.sampark.meter.recharge.ArrearsOfRecharges;
import in.sampark.meter.supply.domain.DecideSupply;
import in.sampark.meter.supply.domain.Rulebook;
import in.sampark.meter.supply.messaging.StatusListener;
import in.sampark.meter.supply.messaging.SupplyListener;
import in.sampark.meter.supply.messaging.VisitListener;
import in.sampark.meter.supply.r2dbc.R2dbcSupplies;
import in.sampark.meter.supply.r2dbc.R2dbcSupplyPages;
import in.sampark.meter.supply.web.SupplyController;
import in.sampark.platform.leader.DatabaseLeadership;
import in.sampark.platform.leader.LeaderLoop;
import in.sampark.platform.messaging.Batches;
import in.sampark.platform.outbox.Outbox;
import in.sampark.platform.settled.Unsettled;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

@Configuration(proxyBeanMethods = false)
class SupplyConfiguration {

    private static final Logger log = LoggerFactory.getLogger(SupplyConfiguration.class);

    @Bean
    Rulebook supplyRules(SupplySettings settings, Clock clock) {
        Rulebook rulebook = SupplyRuleFiles.read(settings.rules());
        MissingCalendars.on(Midnight.dayOf(clock.instant()), rulebook).forEach(log::warn);
        return rulebook;
    }

    @Bean
    MeterBinder missingCalendars(Rulebook supplyRules, Clock clock) {
        return MissingCalendars.gauges(supplyRules, clock);
    }

    @Bean
    DecideSupply decideSupply(Rulebook supplyRules) {
        return new DecideSupply(supplyRules);
    }

    @Bean
    Supplies supplies(DatabaseClient database) {
        return new R2dbcSupplies(database);
    }

    @Bean
    KeepSupply keepSupply(Supplies supplies, DecideSupply decideSupply, ArrearsOfRecharges arrears, Outbox outbox) {
        return new KeepSupply(supplies, decideSupply, arrears, outbox);
    }

    @Bean
    BalanceFollower watchBalances(Supplies supplies, KeepSupply keepSupply) {
        return new WatchBalances(supplies, keepSupply);
    }

    @Bean
    SupplyListener supplyListener(
            Batches batches,
            Accounts accounts,
            Supplies supplies,
            KeepSupply keepSupply,
            Bookkeeping books,
            SupplySettings settings,
            Clock clock) {
        return new SupplyListener(
                batches, new RecordSupply(accounts, supplies, keepSupply, books, settings.clockTolerance(), clock));
    }

    @Bean
    RecordNotices recordNotices(
            Accounts accounts,
            Supplies supplies,
            KeepSupply keepSupply,
            Bookkeeping books,
            SupplySettings settings,
            Clock clock) {
        return new RecordNotices(
                accounts, supplies, keepSupply, books, settings.notices(), settings.clockTolerance(), clock);
    }

    @Bean
    StatusListener statusListener(Batches batches, RecordNotices recordNotices) {
        return new StatusListener(batches, recordNotices);
    }

    @Bean
    VisitListener visitListener(Batches batches, RecordNotices recordNotices) {
        return new VisitListener(batches, recordNotices);
    }

    @Bean
    LookAtSupply lookAtSupply(
            Accounts accounts,
            Supplies supplies,
            KeepSupply keepSupply,
            Bookkeeping books,
            SupplySettings settings,
            Clock clock,
            TransactionalOperator transaction) {
        return new LookAtSupply(accounts, supplies, keepSupply, books, settings.page(), clock, transaction);
    }

    @Bean
    LeaderLoop supplyLoop(LookAtSupply lookAtSupply, SupplySettings settings, DatabaseLeadership leadership) {
        return new LeaderLoop("supply", null, settings.idle(), lookAtSupply::lookAtPage, leadership);
    }

    @Bean
    Unsettled supplyToLookAt(LookAtSupply lookAtSupply) {
        return new SupplyToLookAt(lookAtSupply);
    }

    @Bean
    SupplyController supplyController(
            DatabaseClient database,
            BalanceSheets sheets,
            Supplies supplies,
            DecideSupply decideSupply,
            Bookkeeping books,
            ArrearsOfRecharges arrears,
            SupplySettings settings,
            Clock clock) {
        ShowSupply showSupply = new ShowSupply(
                sheets,
                supplies,
                new R2dbcSupplyPages(database),
                decideSupply,
                books,
                arrears,
                settings.offerDays(),
                clock);
        return new SupplyController(showSupply, clock);
    }
}
