package in.sampark.notification.provider.http;

import in.sampark.notification.provider.GatewayKeys;
import in.sampark.notification.provider.SmsProtocol;
import in.sampark.notification.template.domain.Templates;
import java.time.Clock;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HttpGatewayConfiguration {

    @Bean
    SmsProtocol httpGateways(HttpGateways gateways, Templates templates, GatewayKeys keys, Clock clock) {
        keys.check(gateways.names(), "http", HttpGatewaySettings.class);
        return () -> gateways.providers(
                templates.all().stream()
                        .map(template -> template.registration().templateId())
                        .collect(Collectors.toSet()),
                clock);
    }
}
