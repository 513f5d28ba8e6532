package in.sampark.simulator.sms;

import in.sampark.simulator.clock.StoryClock;
import in.sampark.simulator.sms.domain.Messages;
import in.sampark.simulator.sms.msg91.Flows;
import in.sampark.simulator.sms.receipt.Carrier;
import in.sampark.simulator.sms.submission.ApiKey;
import in.sampark.simulator.sms.submission.TakeMessages;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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
    Carrier carrier(Messages messages, SmsSettings settings) {
        return new Carrier(messages, settings.receipts(), InstantSource.system());
    }

    @Bean
    TakeMessages takeMessages(Messages messages, Carrier carrier) {
        return new TakeMessages(messages, carrier);
    }

    @Bean
    Flows flows(SmsSettings settings) {
        return new Flows(settings.flows());
    }
}
