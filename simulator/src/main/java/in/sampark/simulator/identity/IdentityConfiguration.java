package in.sampark.simulator.identity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

    @Bean
    IdentityProvider identityProvider(IdentitySettings settings) {
        return new IdentityProvider(settings);
    }
}
