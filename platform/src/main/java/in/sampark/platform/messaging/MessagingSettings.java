package in.sampark.platform.messaging;

import in.sampark.contract.Topic;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How batches are taken from Kafka.
 *
 * @param batchTimeout after this a batch counts as stuck and is retried; below max.poll.interval.ms
 * @param retryPause pause before a batch that only time can heal is tried again
 * @param widePartitions partitions of topics keyed by connection or recipient
 * @param narrowPartitions partitions of all other topics
 * @param replicas copies of each partition
 * @param instance a name of this instance among those of its service, the same after a restart; empty for none
 */
@Validated
@ConfigurationProperties("sampark.messaging")
public record MessagingSettings(
        @DefaultValue("60s") Duration batchTimeout,
        @DefaultValue("1s") Duration retryPause,
        @Min(1) @DefaultValue("" + Topic.WIDE) int widePartitions,
        @Min(1) @DefaultValue("" + Topic.NARROW) int narrowPartitions,
        @Min(1) @DefaultValue("1") short replicas,
        @DefaultValue("") String instance) {}
