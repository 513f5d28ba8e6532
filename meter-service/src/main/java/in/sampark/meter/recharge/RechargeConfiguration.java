package in.sampark.meter.recharge;

import in.sampark.meter.balance.Accounts;
import in.sampark.meter.balance.KeepChanges;
import in.sampark.meter.balance.domain.Bookkeeping;
import in.sampark.meter.recharge.domain.ReceivePayment;
import in.sampark.meter.recharge.domain.SplitPayments;
import in.sampark.meter.recharge.messaging.RechargeListener;
import in.sampark.meter.recharge.r2dbc.R2dbcEarlyReversals;
import in.sampark.meter.recharge.r2dbc.R2dbcPaymentHistory;
import in.sampark.meter.recharge.r2dbc.R2dbcPayments;
import in.sampark.platform.messaging.Batches;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

@Configuration(proxyBeanMethods = false)
class RechargeConfiguration {

    @Bean
    CreditRecharges creditRecharges(
            Accounts accounts,
            KeepChanges keepChanges,
            SplitRecharges splitRecharges,
            Bookkeeping books,
            RechargeSettings settings,
            DatabaseClient database,
            Clock clock) {
        ReceivePayment receive = new ReceivePayment(
                books, settings.arrears().arrears(), settings.clockTolerance(), settings.mostPaise());
        return new CreditRecharges(
                accounts,
                new R2dbcPayments(database),
                new R2dbcEarlyReversals(database),
                receive,
                keepChanges,
                splitRecharges,
                clock);
    }

    @Bean
    SplitRecharges splitRecharges(
            Accounts accounts,
            KeepChanges keepChanges,
            Bookkeeping books,
            RechargeSettings settings,
            DatabaseClient database) {
        SplitPayments split = new SplitPayments(books, settings.arrears().arrears());
        return new SplitRecharges(
                accounts, new R2dbcPayments(database), new R2dbcPaymentHistory(database), split, keepChanges);
    }

    @Bean
    ArrearsOfRecharges arrearsOfRecharges(RechargeSettings settings, DatabaseClient database) {
        return new ArrearsOfRecharges(
                new R2dbcPayments(database), settings.arrears().arrears());
    }

    @Bean
    RechargeListener rechargeListener(Batches batches, CreditRecharges creditRecharges) {
        return new RechargeListener(batches, creditRecharges);
    }
}
