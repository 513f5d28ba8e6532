package in.sampark.meter.outage;

import in.sampark.meter.outage.domain.JudgeOutage;
import in.sampark.meter.outage.messaging.OutageListener;
import in.sampark.meter.outage.r2dbc.R2dbcAssets;
import in.sampark.meter.outage.r2dbc.R2dbcCurrentOutages;
import in.sampark.meter.outage.r2dbc.R2dbcOutages;
import in.sampark.platform.intake.Intake;
import in.sampark.platform.messaging.Batches;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

@Configuration(proxyBeanMethods = false)
class OutageConfiguration {

    @Bean
    JudgeOutage judgeOutage(OutageSettings settings) {
        return new JudgeOutage(settings.clockTolerance(), settings.horizon());
    }

    @Bean
    CurrentOutages currentOutages(DatabaseClient database) {
        return new R2dbcCurrentOutages(database);
    }

    @Bean
    RecordOutages recordOutages(DatabaseClient database, JudgeOutage judge, Clock clock) {
        return new RecordOutages(new R2dbcOutages(database), judge, clock);
    }

    @Bean
    OutageListener outageListener(Batches batches, RecordOutages recordOutages) {
        return new OutageListener(batches, recordOutages);
    }

    @Bean
    TellOutages tellOutages(
            DatabaseClient database,
            CurrentOutages shown,
            JudgeOutage judge,
            Intake intake,
            TransactionalOperator transaction,
            Clock clock) {
        AreaOfOutages area = new AreaOfOutages(new R2dbcAssets(database), shown);
        return new TellOutages(new R2dbcOutages(database), area, judge, intake, transaction, clock);
    }
}
