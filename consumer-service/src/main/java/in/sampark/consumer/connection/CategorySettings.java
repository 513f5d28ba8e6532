package in.sampark.consumer.connection;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The tariff categories there are.
 *
 * @param categories those that meter-service has a tariff for: a connection of another would be announced to no use
 */
@Validated
@ConfigurationProperties("sampark")
public record CategorySettings(@NotEmpty Set<@NotBlank String> categories) {

    public CategorySettings {
        categories = Collections.unmodifiableSet(new TreeSet<>(categories));
    }
}
