package in.sampark.meter.reading;

import in.sampark.meter.balance.Accounts;
import in.sampark.meter.balance.KeepChanges;
import in.sampark.meter.balance.Ledger;
import in.sampark.meter.balance.SettleTerms;
import in.sampark.meter.balance.TermsFollower;
import in.sampark.meter.balance.domain.Bookkeeping;
import in.sampark.meter.balance.domain.NewTerms;
import in.sampark.meter.reading.domain.JudgeReading;
import in.sampark.meter.reading.domain.SettleFirstRegister;
import in.sampark.meter.reading.messaging.ReadingListener;
import in.sampark.meter.reading.r2dbc.R2dbcDoubtedReadingList;
import in.sampark.meter.reading.r2dbc.R2dbcDoubtedReadings;
import in.sampark.meter.reading.r2dbc.R2dbcReadingDays;
import in.sampark.meter.reading.r2dbc.R2dbcReadings;
import in.sampark.meter.reading.web.CompressedRequests;
import in.sampark.meter.reading.web.DoubtedReadingController;
import in.sampark.meter.reading.web.ReadingController;
import in.sampark.platform.intake.Intake;
import in.sampark.platform.leader.DatabaseLeadership;
import in.sampark.platform.leader.LeaderLoop;
import in.sampark.platform.messaging.Batches;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

@Configuration(proxyBeanMethods = false)
class ReadingConfiguration {

    @Bean
    Readings readings(DatabaseClient database) {
        return new R2dbcReadings(database);
    }

    @Bean
    DoubtedReadings doubtedReadings(DatabaseClient database) {
        return new R2dbcDoubtedReadings(database);
    }

    @Bean
    JudgeReading judgeReading(Bookkeeping books, ReadingSettings settings) {
        return new JudgeReading(
                books, settings.limits(), settings.lateness(), settings.clockTolerance(), settings.mostWh());
    }

    @Bean
    MeteredConnections meteredConnections(
            Accounts accounts, Ledger ledger, Readings readings, DoubtedReadings doubted) {
        return new MeteredConnections(accounts, ledger, readings, doubted);
    }

    @Bean
    KeepReadings keepReadings(Readings readings, KeepChanges keepChanges) {
        return new KeepReadings(readings, keepChanges);
    }

    @Bean
    ReconsiderDoubts reconsiderDoubts(
            DoubtedReadings doubted, MeteredConnections connections, JudgeReading judge, KeepReadings keepReadings) {
        return new ReconsiderDoubts(doubted, connections, judge, keepReadings);
    }

    /** Settles what first registers count from, and believes at once what a larger load makes believable. */
    @Bean
    TermsFollower registersOfAccounts(
            Accounts accounts,
            Readings readings,
            Ledger ledger,
            Bookkeeping books,
            ReadingSettings settings,
            KeepChanges keepChanges,
            ReconsiderDoubts reconsiderDoubts) {
        SettleFirstRegister settle = new SettleFirstRegister(books, settings.limits());
        RecountFirstRegisters recount = new RecountFirstRegisters(accounts, readings, ledger, settle, keepChanges);
        return (terms, earliest, now) -> recount.under(terms, earliest, now)
                .then(Mono.defer(() -> reconsiderDoubts.of(
                        terms.stream().map(NewTerms::connectionId).toList(), now)));
    }

    @Bean
    RecordReadings recordReadings(
            MeteredConnections connections,
            JudgeReading judge,
            KeepReadings keepReadings,
            DoubtedReadings doubted,
            ReconsiderDoubts reconsiderDoubts,
            MeterRegistry meters,
            Clock clock) {
        return new RecordReadings(
                connections, judge, keepReadings, new KeepDoubts(doubted, meters), reconsiderDoubts, clock);
    }

    @Bean
    SettleDoubt settleDoubt(
            DoubtedReadings doubted,
            Accounts accounts,
            MeteredConnections connections,
            JudgeReading judge,
            KeepReadings keepReadings,
            ReconsiderDoubts reconsiderDoubts,
            Clock clock,
            TransactionalOperator transaction) {
        return new SettleDoubt(
                doubted, accounts, connections, judge, keepReadings, reconsiderDoubts, clock, transaction);
    }

    @Bean
    DoubtedReadingController doubtedReadingController(DatabaseClient database, SettleDoubt settleDoubt) {
        return new DoubtedReadingController(new R2dbcDoubtedReadingList(database), settleDoubt);
    }

    @Bean
    LeaderLoop readingDaysLoop(
            DatabaseClient database,
            DoubtedReadings doubted,
            ReadingSettings settings,
            SettleTerms settleTerms,
            Clock clock,
            TransactionalOperator transaction,
            DatabaseLeadership leadership) {
        ReadingSettings.Days days = settings.days();
        days.requireLongerThan(settleTerms.back(), "sampark.posting.settle-back");
        KeepReadingDays keep = new KeepReadingDays(
                new R2dbcReadingDays(database), doubted, days.keptFor(), days.ahead(), clock, transaction);
        return new LeaderLoop("reading-days", null, days.idle(), keep::step, leadership);
    }

    @Bean
    TakeReadings takeReadings(Intake intake, Clock clock, ReadingSettings settings) {
        return new TakeReadings(intake, clock, settings.mostInRequest());
    }

    @Bean
    ReadingController readingController(TakeReadings takeReadings, ReadingSettings settings) {
        return new ReadingController(takeReadings, settings.mostRefusedInStream());
    }

    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> compressedRequests() {
        return server -> server.addServerCustomizers(new CompressedRequests());
    }

    @Bean
    ReadingListener readingListener(Batches batches, RecordReadings recordReadings) {
        return new ReadingListener(batches, recordReadings);
    }
}
