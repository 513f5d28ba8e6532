package in.sampark.notification.outage.domain;

/**
 * How consumers are told of an outage, in one language. Both stand in variables of registered texts, which have room for 40
 * characters.
 *
 * @param place what is affected, as people call it
 * @param reason why
 */
public record Words(String place, String reason) {

    private static final int LONGEST = 40;

    public Words {
        require("place", place);
        require("reason", reason);
    }

    private static void require(String name, String text) {
        int length = text.codePointCount(0, text.length());
        if (text.isBlank() || length > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    name + ": \"" + text + "\" (expected: 1 to " + LONGEST + " printable characters)");
        }
    }
}
