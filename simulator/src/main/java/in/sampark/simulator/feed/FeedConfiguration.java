package in.sampark.simulator.feed;

import in.sampark.simulator.feed.csv.MeterFile;
import in.sampark.simulator.feed.domain.Feed;
import in.sampark.simulator.feed.messaging.UtilityTopics;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;

@Configuration(proxyBeanMethods = false)
class FeedConfiguration {

    @Bean
    Feed feed(FeedSettings settings) {
        return Feed.of(new MeterFile(settings.file()).rows(), settings.daysTaken(), settings.discom());
    }

    @Bean
    UtilityTopics utilityTopics(KafkaTemplate<String, SpecificRecord> kafka) {
        trustContracts();
        return new UtilityTopics(kafka);
    }

    /** Avro only writes and reads classes it was told to trust. */
    private static void trustContracts() {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.DEFAULT, type -> type.getName().startsWith("in.sampark.contract.")));
    }
}
