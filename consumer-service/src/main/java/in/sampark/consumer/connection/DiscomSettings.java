package in.sampark.consumer.connection;

import static java.util.stream.Collectors.toUnmodifiableMap;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The companies served.
 *
 * @param discoms by their code
 */
@Validated
@ConfigurationProperties("sampark")
public record DiscomSettings(@NotEmpty Map<String, @Valid Discom> discoms) {

    /** @param accountNumber regular expression of the company's account numbers */
    public record Discom(@NotNull Pattern accountNumber) {}

    /** What account numbers look like, by the company's code. */
    public Map<String, Pattern> accountNumbers() {
        return discoms.entrySet().stream()
                .collect(toUnmodifiableMap(
                        Map.Entry::getKey, discom -> discom.getValue().accountNumber()));
    }
}
