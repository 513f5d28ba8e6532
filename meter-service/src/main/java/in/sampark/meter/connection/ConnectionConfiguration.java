package in.sampark.meter.connection;

import in.sampark.meter.balance.OpenAccounts;
import in.sampark.meter.connection.messaging.ConnectionListener;
import in.sampark.meter.connection.r2dbc.R2dbcConnections;
import in.sampark.meter.tariff.domain.Tariffs;
import in.sampark.platform.messaging.Batches;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

@Configuration(proxyBeanMethods = false)
class ConnectionConfiguration {

    @Bean
    ProjectConnections projectConnections(DatabaseClient database, OpenAccounts openAccounts, Tariffs tariffs) {
        return new ProjectConnections(new R2dbcConnections(database), openAccounts, new ConnectionAccounts(tariffs));
    }

    @Bean
    ConnectionListener connectionListener(Batches batches, ProjectConnections projectConnections) {
        return new ConnectionListener(batches, projectConnections);
    }
}
