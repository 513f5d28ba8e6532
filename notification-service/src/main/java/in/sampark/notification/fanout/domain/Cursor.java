package in.sampark.notification.fanout.domain;

/**
 * How far a fan-out has come: the last connection it looked at.
 *
 * @param place the asset of the fan-out's level that the connection is behind
 */
public record Cursor(String place, String connectionId) {}
