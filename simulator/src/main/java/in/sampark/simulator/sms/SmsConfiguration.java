package in.sampark.simulator.sms;

import in.sampark.simulator.clock.StoryClock;
import in.sampark.simulator.sms.domain.Messages;
import in.sampark.simulator.sms.receipt.Carrier;
import in.sampark.simulator.sms.web.ApiKey;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class SmsConfiguration {

    @Bean
    ApiKey apiKey(SmsSettings settings) {
        return new ApiKey(settings.apiKey());
    }

    @Bean
    Messages messages(StoryClock storyClock) {
        return new Messages(InstantSource.system(), storyClock);
    }

    @Bean
    Carrier carrier(Messages messages, SmsSettings settings, JsonMapper json) {
        return new Carrier(messages, settings.receipts(), json, InstantSource.system());
    }
}
