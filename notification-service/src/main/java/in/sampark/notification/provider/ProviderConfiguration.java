package in.sampark.notification.provider;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

@Configuration(proxyBeanMethods = false)
class ProviderConfiguration {

    @Bean
    GatewayKeys gatewayKeys(ConfigurableEnvironment environment) {
        return new GatewayKeys(environment);
    }

    @Bean
    SmsProviders smsProviders(ProviderSettings settings, List<SmsProtocol> protocols, GatewayKeys keys) {
        keys.check(settings.providers().keySet(), "receipts", ProviderSettings.Receipts.class);
        List<SmsProvider> all = protocols.stream()
                .flatMap(protocol -> protocol.providers().stream())
                .toList();
        settings.providers().keySet().forEach(name -> requireOne(name, all));
        return new SmsProviders(all);
    }

    private static void requireOne(String name, List<SmsProvider> all) {
        long found =
                all.stream().filter(provider -> provider.name().equals(name)).count();
        if (found != 1) {
            throw new IllegalArgumentException(
                    "sampark.providers." + name + ": " + found + " protocols (expected: one, e.g. http)");
        }
    }
}
