package in.sampark.meter.bill;

import in.sampark.meter.bill.domain.JudgeBill;
import in.sampark.meter.bill.domain.JudgePayment;
import in.sampark.meter.bill.messaging.BillListener;
import in.sampark.meter.bill.messaging.BillPaymentListener;
import in.sampark.meter.bill.r2dbc.R2dbcBillBooks;
import in.sampark.meter.bill.r2dbc.R2dbcDefaulters;
import in.sampark.meter.bill.web.DefaulterController;
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
class BillConfiguration {

    @Bean
    BillBooks billBooks(DatabaseClient database) {
        return new R2dbcBillBooks(database);
    }

    @Bean
    KeepBooks keepBooks(BillBooks books, BillSettings settings, Outbox outbox) {
        return new KeepBooks(books, settings.follow(), settings, outbox);
    }

    @Bean
    BillListener billListener(
            Batches batches, BillBooks books, KeepBooks keepBooks, BillSettings settings, Clock clock) {
        return new BillListener(batches, new RecordBills(books, new JudgeBill(settings.bounds()), keepBooks, clock));
    }

    @Bean
    BillPaymentListener billPaymentListener(
            Batches batches, BillBooks books, KeepBooks keepBooks, BillSettings settings, Clock clock) {
        return new BillPaymentListener(
                batches, new RecordBillPayments(books, new JudgePayment(settings.bounds()), keepBooks, clock));
    }

    @Bean
    RemindOfBills remindOfBills(
            BillBooks books,
            KeepBooks keepBooks,
            BillSettings settings,
            Clock clock,
            TransactionalOperator transaction) {
        return new RemindOfBills(books, keepBooks, settings, clock, transaction);
    }

    @Bean
    LeaderLoop billLoop(RemindOfBills remindOfBills, BillSettings settings, DatabaseLeadership leadership) {
        return new LeaderLoop("bills", null, settings.idle(), remindOfBills::lookAtPage, leadership);
    }

    @Bean
    Unsettled billsToLookAt(RemindOfBills remindOfBills) {
        return new BillsToLookAt(remindOfBills);
    }

    @Bean
    DefaulterController defaulterController(DatabaseClient database, DefaulterSettings settings, Clock clock) {
        return new DefaulterController(new R2dbcDefaulters(database), settings.all(), clock);
    }
}
