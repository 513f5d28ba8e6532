package in.sampark.notification.template.domain;

import java.util.regex.Pattern;

/**
 * How a template is registered with the operators; without it they drop the message.
 *
 * @param header the sender people see, 3 to 6 letters
 * @param principalEntityId 19 digits: who sends
 * @param templateId 12 or 19 digits
 */
public record Registration(String header, String principalEntityId, String templateId, Category category) {

    private static final Pattern HEADER = Pattern.compile("[A-Z]{3,6}");
    private static final Pattern ENTITY = Pattern.compile("\\d{19}");
    private static final Pattern TEMPLATE = Pattern.compile("\\d{12}|\\d{19}");

    public Registration {
        require(HEADER, header, "header", "3 to 6 capital letters");
        require(ENTITY, principalEntityId, "principal entity id", "19 digits");
        require(TEMPLATE, templateId, "template id", "12 or 19 digits");
    }

    private static void require(Pattern pattern, String value, String name, String expected) {
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: " + expected + ")");
        }
    }
}
