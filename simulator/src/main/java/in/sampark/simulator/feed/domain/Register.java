package in.sampark.simulator.feed.domain;

import java.time.Instant;

/** What a meter's register showed at a time, in Wh. */
public record Register(Meter meter, Instant at, long wh) {}
