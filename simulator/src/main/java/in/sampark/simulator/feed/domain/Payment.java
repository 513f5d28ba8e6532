package in.sampark.simulator.feed.domain;

import java.time.Instant;

/** A recharge of a household, in paise. */
public record Payment(Meter meter, Instant paidAt, long paise) {}
