package in.sampark.platform.leader;

import io.r2dbc.spi.ConnectionFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Leadership by the service's own database. */
@AutoConfiguration(afterName = "org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration")
public class LeaderAutoConfiguration {

    @Bean
    DatabaseLeadership databaseLeadership(ConnectionFactory connections) {
        return new DatabaseLeadership(connections);
    }
}
