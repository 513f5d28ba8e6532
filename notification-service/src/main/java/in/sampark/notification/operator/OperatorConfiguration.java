package in.sampark.notification.operator;

import in.sampark.notification.operator.r2dbc.OperatorTaskTable;
import in.sampark.platform.outbox.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

@Configuration(proxyBeanMethods = false)
class OperatorConfiguration {

    @Bean
    RaiseTasks raiseTasks(DatabaseClient database, Outbox outbox, MeterRegistry meters, OperatorTaskSettings settings) {
        return new RaiseTasks(new OperatorTaskTable(database), outbox, meters, settings.toldEvery());
    }
}
