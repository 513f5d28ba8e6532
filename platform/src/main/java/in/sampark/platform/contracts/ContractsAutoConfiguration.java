package in.sampark.platform.contracts;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ClassPathResource;

/** The published interface, at every service. */
@AutoConfiguration
public class ContractsAutoConfiguration {

    @Bean
    ContractsController contractsController() {
        return new ContractsController(new ClassPathResource("asyncapi.yaml"));
    }
}
