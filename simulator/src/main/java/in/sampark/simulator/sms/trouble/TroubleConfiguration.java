package in.sampark.simulator.sms.trouble;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.reactive.HttpHandler;

@Configuration(proxyBeanMethods = false)
class TroubleConfiguration {

    @Bean
    Troubles troubles() {
        return new Troubles(() -> ThreadLocalRandom.current().nextDouble(), System::nanoTime);
    }

    @Bean
    TroubleFilter troubleFilter(Troubles troubles) {
        return new TroubleFilter(troubles);
    }

    @Bean
    TroubleSign troubleSign(Troubles troubles, Optional<GatewayPort> port) {
        return new TroubleSign(troubles, port);
    }

    @Bean
    @ConditionalOnExpression("!'${simulator.sms.port:}'.isEmpty()")
    GatewayPort gatewayPort(
            @Value("${server.address}") String address, TroubleSettings settings, HttpHandler httpHandler) {
        return new GatewayPort(address, Objects.requireNonNull(settings.port()), httpHandler);
    }
}
