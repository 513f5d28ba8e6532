package in.sampark.meter.usage;

import in.sampark.meter.usage.r2dbc.R2dbcUsages;
import in.sampark.meter.usage.web.UsageController;
import in.sampark.platform.security.ConsumerPaths;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

@Configuration(proxyBeanMethods = false)
class UsageConfiguration {

    @Bean
    UsageController usageController(DatabaseClient database, Clock clock) {
        return new UsageController(new R2dbcUsages(database), clock);
    }

    /** What a consumer may call. */
    @Bean
    ConsumerPaths ofOwnConnection() {
        String connection = "/api/v1/connections/*";
        return new ConsumerPaths(
                connection + "/balance",
                connection + "/usage/days",
                connection + "/usage/month",
                connection + "/recharges",
                connection + "/outages");
    }
}
