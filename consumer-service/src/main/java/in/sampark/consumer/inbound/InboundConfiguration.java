package in.sampark.consumer.inbound;

import in.sampark.consumer.connection.Connections;
import in.sampark.consumer.doubt.DoubtNumbers;
import in.sampark.consumer.inbound.messaging.InboundListener;
import in.sampark.consumer.preference.ChooseLanguages;
import in.sampark.consumer.preference.WithdrawConsents;
import in.sampark.platform.messaging.Batches;
import in.sampark.platform.messaging.Inbox;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class InboundConfiguration {

    @Bean
    FollowAnswers followAnswers(
            DoubtNumbers doubtNumbers,
            WithdrawConsents withdrawConsents,
            ChooseLanguages chooseLanguages,
            Clock clock) {
        return new FollowAnswers(doubtNumbers, withdrawConsents, chooseLanguages, clock);
    }

    @Bean
    InboundListener inboundListener(
            Batches batches, Inbox inbox, Connections connections, FollowAnswers followAnswers) {
        return new InboundListener(batches, new TakeAnswers(inbox, connections, followAnswers));
    }
}
