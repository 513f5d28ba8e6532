package in.sampark.notification.later;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param pause between two looks for what is due */
@ConfigurationProperties("sampark.later")
public record LaterSettings(@DefaultValue("2s") Duration pause) {}
