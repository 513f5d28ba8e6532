package in.sampark.launcher;

import java.net.URI;
import java.util.Map;

/**
 * A port of this machine's loopback interface.
 *
 * @param user who listens on it
 * @param variable the environment variable that says another number
 */
record Port(String user, String variable, int number) {

    private static final int LAST = 65535;

    /**
     * The number the environment says, else the usual one.
     *
     * @throws Plan.InvalidPortException when it says something else
     */
    static Port of(String user, String variable, int usual, Map<String, String> environment) {
        String said =
                environment.getOrDefault(variable, Integer.toString(usual)).strip();
        if (!said.matches("[1-9]\\d{0,4}") || Integer.parseInt(said) > LAST) {
            throw new Plan.InvalidPortException("%s: %s (expected: a port, 1 to %d)".formatted(variable, said, LAST));
        }
        return new Port(user, variable, Integer.parseInt(said));
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + number);
    }

    @Override
    public String toString() {
        return "%d (%s, set by %s)".formatted(number, user, variable);
    }
}
