package in.sampark.notification.provider;

import in.sampark.notification.provider.http.HttpSmsGateway;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProviderConfiguration {

    @Bean
    SmsProviders smsProviders(ProviderSettings settings) {
        List<SmsProvider> all = settings.providers().entrySet().stream()
                .<SmsProvider>map(each ->
                        new HttpSmsGateway(each.getKey(), each.getValue().http()))
                .toList();
        return new SmsProviders(all);
    }
}
