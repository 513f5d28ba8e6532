package in.sampark.launcher;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How many instances of each service are run. They share its work.
 *
 * @param byModule of those that are run more than once
 */
record Instances(Map<String, Integer> byModule) {

    /** One of each. */
    static final Instances ONE = new Instances(Map.of());

    private static final String SERVICE = "-service";
    private static final int MOST = 9;

    Instances {
        byModule = Map.copyOf(byModule);
    }

    /** Instances were asked for that cannot be. */
    static final class InvalidInstancesException extends IllegalArgumentException {
        InvalidInstancesException(String found, String expected) {
            super("--instances: %s (expected: %s)".formatted(found, expected));
        }
    }

    /**
     * Understands {@code meter=2,notification=2}.
     *
     * @param modules the services there are
     * @throws InvalidInstancesException when it names no service, or no number
     */
    static Instances parse(String said, List<String> modules) {
        Map<String, Integer> byModule = new HashMap<>();
        for (String part : said.split(",", -1)) {
            String[] words = part.strip().split("=", -1);
            if (words.length != 2) {
                throw new InvalidInstancesException(part, "a service and a number, as in meter=2");
            }
            byModule.put(module(words[0], modules), number(part, words[1]));
        }
        return new Instances(byModule);
    }

    private static String module(String service, List<String> modules) {
        String module = service.endsWith(SERVICE) ? service : service + SERVICE;
        if (!modules.contains(module)) {
            String known = String.join(
                    ", ", modules.stream().map(one -> one.replace(SERVICE, "")).toList());
            throw new InvalidInstancesException(service, "one of " + known);
        }
        return module;
    }

    private static int number(String part, String said) {
        if (!said.matches("[1-9]")) {
            throw new InvalidInstancesException(part, "a number from 1 to " + MOST);
        }
        return Integer.parseInt(said);
    }

    /** The names of a module's instances: the first is called as the module, the others are numbered. */
    List<String> names(String module) {
        return IntStream.rangeClosed(1, byModule.getOrDefault(module, 1))
                .mapToObj(number -> number == 1 ? module : module + "-" + number)
                .toList();
    }
}
