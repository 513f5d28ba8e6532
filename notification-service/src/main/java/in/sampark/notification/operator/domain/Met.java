package in.sampark.notification.operator.domain;

/**
 * A task that a message met with.
 *
 * @param discom whose message
 */
public record Met(String discom, Raised raised) {}
