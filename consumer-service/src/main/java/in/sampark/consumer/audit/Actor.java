package in.sampark.consumer.audit;

import in.sampark.platform.security.Caller;
import java.util.stream.Collectors;

/**
 * Who did something.
 *
 * @param subject the person or system, as their access token names them
 * @param role in which role, or several with commas between them
 */
public record Actor(String subject, String role) {

    /** The consumer, who has no token. */
    public static final Actor CONSUMER = new Actor("consumer", "consumer");

    /** The holder of a token. */
    public static Actor of(Caller caller) {
        return new Actor(caller.subject(), caller.roles().stream().sorted().collect(Collectors.joining(",")));
    }

    /** A part of this service that nobody called. @param name what it does, e.g. the id of a listener */
    public static Actor service(String name) {
        return new Actor(name, "service");
    }
}
