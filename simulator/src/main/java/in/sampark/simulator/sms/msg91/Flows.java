package in.sampark.simulator.sms.msg91;

import jakarta.validation.constraints.NotBlank;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Templates registered at the gateway. */
public final class Flows {

    private static final Pattern VARIABLE = Pattern.compile("##(\\w+)##");

    /**
     * @param header under which its messages are sent
     * @param templateId the registered template
     * @param text with {@code ##name##} in the place of each variable
     */
    public record Flow(
            @NotBlank String header,
            @NotBlank String templateId,
            @NotBlank String text) {

        /** The text; a variable that isn't given leaves its place empty. */
        String filled(Map<String, String> variables) {
            return VARIABLE.matcher(text)
                    .replaceAll(variable -> Matcher.quoteReplacement(variables.getOrDefault(variable.group(1), "")));
        }
    }

    private final Map<String, Flow> all;

    public Flows(Map<String, Flow> all) {
        this.all = Map.copyOf(all);
    }

    Optional<Flow> find(String id) {
        return Optional.ofNullable(all.get(id));
    }
}
