package in.sampark.meter.reading;

import in.sampark.meter.balance.Accounts;
import in.sampark.meter.balance.KeepChanges;
import in.sampark.meter.balance.Ledger;
import in.sampark.meter.balance.domain.Bookkeeping;
import in.sampark.meter.reading.domain.JudgeReading;
import in.sampark.meter.reading.messaging.ReadingListener;
import in.sampark.meter.reading.r2dbc.R2dbcReadings;
import in.sampark.platform.intake.Intake;
import in.sampark.platform.messaging.Batches;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

@Configuration(proxyBeanMethods = false)
class ReadingConfiguration {

    @Bean
    RecordReadings recordReadings(
            Accounts accounts,
            Ledger ledger,
            KeepChanges keepChanges,
            Bookkeeping books,
            ReadingSettings settings,
            DatabaseClient database,
            Clock clock) {
        Readings readings = new R2dbcReadings(database);
        JudgeReading judge = new JudgeReading(books, settings.lateness(), settings.clockTolerance(), settings.mostWh());
        return new RecordReadings(
                new MeteredConnections(accounts, ledger, readings), judge, readings, keepChanges, clock);
    }

    @Bean
    TakeReadings takeReadings(Intake intake, Clock clock, ReadingSettings settings) {
        return new TakeReadings(intake, clock, settings.mostInRequest());
    }

    @Bean
    ReadingListener readingListener(Batches batches, RecordReadings recordReadings) {
        return new ReadingListener(batches, recordReadings);
    }
}
