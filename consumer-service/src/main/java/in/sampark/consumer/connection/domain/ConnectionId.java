package in.sampark.consumer.connection.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Identifies a connection across companies: {@code <discom>:<account number>}. Ordered by its text, which is the order
 * in which rows are locked.
 */
public record ConnectionId(String discom, String accountNo) implements Comparable<ConnectionId> {

    private static final Pattern PART = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,31}");

    public ConnectionId {
        require("discom", discom);
        require("account number", accountNo);
    }

    /** The id a text stands for, or nothing when no connection can have it. */
    public static Optional<ConnectionId> parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        String discom = text.substring(0, colon);
        String accountNo = text.substring(colon + 1);
        return fits(discom) && fits(accountNo) ? Optional.of(new ConnectionId(discom, accountNo)) : Optional.empty();
    }

    /** Reads back what {@link #toString} wrote. */
    public static ConnectionId of(String text) {
        return parse(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "connection id: " + text + " (expected: <discom>:<account number>)"));
    }

    /** Whether a text can be the code of a company, or an account number. */
    public static boolean isPart(String text) {
        return fits(text);
    }

    private static boolean fits(String part) {
        return PART.matcher(part).matches();
    }

    private static void require(String what, String part) {
        if (!fits(part)) {
            throw new IllegalArgumentException(what + ": " + part + " (expected: " + PART + ")");
        }
    }

    @Override
    public int compareTo(ConnectionId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return discom + ":" + accountNo;
    }
}
