package in.sampark.notification.provider.http;

import in.sampark.notification.provider.SmsProtocol;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HttpGatewayConfiguration {

    @Bean
    SmsProtocol httpGateways(HttpGateways gateways) {
        return gateways::providers;
    }
}
