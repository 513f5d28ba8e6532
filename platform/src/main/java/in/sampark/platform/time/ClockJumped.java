package in.sampark.platform.time;

import java.time.Instant;

/** The story clock was set forward: what falls due between its old and its new time is due at once. */
public record ClockJumped(Instant now) {}
