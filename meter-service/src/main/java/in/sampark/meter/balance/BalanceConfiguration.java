package in.sampark.meter.balance;

import in.sampark.meter.balance.domain.Bookkeeping;
import in.sampark.meter.balance.messaging.ContactListener;
import in.sampark.meter.balance.r2dbc.R2dbcAccounts;
import in.sampark.meter.balance.r2dbc.R2dbcBalanceSheets;
import in.sampark.meter.balance.r2dbc.R2dbcLedger;
import in.sampark.meter.balance.r2dbc.R2dbcLedgerPages;
import in.sampark.meter.balance.r2dbc.R2dbcOwnRungs;
import in.sampark.meter.balance.r2dbc.R2dbcTimelines;
import in.sampark.meter.balance.web.BalanceController;
import in.sampark.meter.balance.web.LedgerController;
import in.sampark.meter.tariff.domain.Tariffs;
import in.sampark.platform.leader.DatabaseLeadership;
import in.sampark.platform.leader.LeaderLoop;
import in.sampark.platform.messaging.Batches;
import in.sampark.platform.outbox.Outbox;
import in.sampark.platform.settled.Unsettled;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

@Configuration(proxyBeanMethods = false)
class BalanceConfiguration {

    @Bean
    Bookkeeping bookkeeping(Tariffs tariffs, LadderSettings ladder, ForecastSettings forecast) {
        return new Bookkeeping(tariffs, ladder.ladders(), forecast.windowDays());
    }

    @Bean
    Accounts accounts(DatabaseClient database) {
        return new R2dbcAccounts(database);
    }

    @Bean
    Timelines timelines(DatabaseClient database) {
        return new R2dbcTimelines(database);
    }

    @Bean
    SettleTerms settleTerms(
            Timelines timelines,
            Ledger ledger,
            KeepChanges keepChanges,
            TermsFollower follower,
            Bookkeeping books,
            PostingSettings settings,
            Clock clock) {
        return new SettleTerms(timelines, ledger, keepChanges, follower, books, settings.settleBack(), clock);
    }

    @Bean
    OpenAccounts openAccounts(
            Accounts accounts, Timelines timelines, SettleTerms settleTerms, PostingSettings settings, Clock clock) {
        return new OpenAccounts(accounts, timelines, settleTerms, settings, clock);
    }

    @Bean
    OwnRungs ownRungs(DatabaseClient database) {
        return new R2dbcOwnRungs(database);
    }

    @Bean
    ContactListener contactListener(Batches batches, OwnRungs ownRungs) {
        return new ContactListener(batches, ownRungs);
    }

    @Bean
    Ledger ledger(DatabaseClient database, Timelines timelines) {
        return new R2dbcLedger(database, timelines);
    }

    @Bean
    KeepChanges keepChanges(Accounts accounts, Ledger ledger, BalanceFollower follower, Outbox outbox) {
        return new KeepChanges(accounts, ledger, follower, outbox);
    }

    @Bean
    PostDays postDays(
            Accounts accounts,
            KeepChanges keepChanges,
            Bookkeeping books,
            PostingSettings settings,
            Clock clock,
            TransactionalOperator transaction) {
        return new PostDays(accounts, keepChanges, books, settings, clock, transaction);
    }

    @Bean
    LeaderLoop postingLoop(PostDays postDays, PostingSettings settings, DatabaseLeadership leadership) {
        return new LeaderLoop("posting", null, settings.idle(), postDays::postPage, leadership);
    }

    @Bean
    Unsettled daysToPost(PostDays postDays) {
        return new DaysToPost(postDays);
    }

    @Bean
    BalanceSheets balanceSheets(DatabaseClient database) {
        return new R2dbcBalanceSheets(database);
    }

    @Bean
    BalanceController balanceController(BalanceSheets sheets, Bookkeeping books, Clock clock) {
        return new BalanceController(sheets, books, clock);
    }

    @Bean
    LedgerController ledgerController(DatabaseClient database, BalanceSheets sheets) {
        return new LedgerController(new R2dbcLedgerPages(database), sheets);
    }
}
