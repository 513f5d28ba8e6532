package in.sampark.consumer.connection;

import static java.util.stream.Collectors.toUnmodifiableMap;

import in.sampark.consumer.connection.domain.ConnectionId;
import jakarta.validation.constraints.NotNull;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The companies served.
 *
 * @param discoms in one text, for names of environment variables keep no capital letters apart
 */
@Validated
@ConfigurationProperties("sampark")
public record DiscomSettings(@NotNull Discoms discoms) {

    /** What account numbers look like, by the company's code. */
    public Map<String, Pattern> accountNumbers() {
        return discoms.accountNumbers();
    }

    /** @param accountNumbers what account numbers look like, by the company's code */
    public record Discoms(Map<String, Pattern> accountNumbers) {

        private static final String EXPECTED =
                " (expected: the code of a company, = and the regular expression of its account numbers; companies with blanks"
                        + " between, each once)";

        public Discoms {
            accountNumbers = Map.copyOf(accountNumbers);
        }

        /**
         * Reads {@code DVVNL=[0-9]{10} PVVNL=[0-9]{12}}.
         *
         * @throws IllegalArgumentException with the part that is none
         */
        public static Discoms of(String text) {
            try {
                return new Discoms(Arrays.stream(text.strip().split("\\s+"))
                        .map(Discoms::company)
                        .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
            } catch (IllegalStateException twice) {
                throw new IllegalArgumentException("companies: " + text + EXPECTED, twice);
            }
        }

        private static Map.Entry<String, Pattern> company(String text) {
            int between = text.indexOf('=');
            if (between < 0 || between == text.length() - 1 || !ConnectionId.isPart(text.substring(0, between))) {
                throw new IllegalArgumentException("company: " + text + EXPECTED);
            }
            return Map.entry(text.substring(0, between), Pattern.compile(text.substring(between + 1)));
        }
    }
}
