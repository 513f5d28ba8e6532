package in.sampark.consumer.contact;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What is usual of contacts.
 *
 * @param sharedBy connections that may share a number without its being flagged
 */
@Validated
@ConfigurationProperties("sampark.contact")
record ContactSettings(@DefaultValue("5") @Min(1) int sharedBy) {}
