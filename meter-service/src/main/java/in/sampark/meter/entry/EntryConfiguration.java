package in.sampark.meter.entry;

import in.sampark.meter.balance.Accounts;
import in.sampark.meter.balance.BalanceSheets;
import in.sampark.meter.balance.KeepChanges;
import in.sampark.meter.balance.SettleTerms;
import in.sampark.meter.balance.domain.Bookkeeping;
import in.sampark.meter.entry.domain.DecideEntry;
import in.sampark.meter.entry.messaging.EntryListener;
import in.sampark.meter.entry.r2dbc.R2dbcEntries;
import in.sampark.meter.entry.web.EntryController;
import in.sampark.meter.recharge.SplitRecharges;
import in.sampark.platform.intake.Intake;
import in.sampark.platform.messaging.Batches;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

@Configuration(proxyBeanMethods = false)
class EntryConfiguration {

    @Bean
    BookEntries bookEntries(
            Accounts accounts,
            SettleTerms settleTerms,
            KeepChanges keepChanges,
            SplitRecharges splitRecharges,
            Bookkeeping books,
            EntrySettings settings,
            DatabaseClient database,
            Clock clock) {
        DecideEntry decide =
                new DecideEntry(books, settleTerms.back(), settings.clockTolerance(), settings.mostPaise());
        return new BookEntries(
                accounts, settleTerms, new R2dbcEntries(database), decide, keepChanges, splitRecharges, clock);
    }

    @Bean
    EntryListener entryListener(Batches batches, BookEntries bookEntries) {
        return new EntryListener(batches, bookEntries);
    }

    @Bean
    EntryController entryController(Intake intake, Clock clock, BalanceSheets sheets) {
        return new EntryController(new TakeEntry(intake, clock), sheets);
    }
}
