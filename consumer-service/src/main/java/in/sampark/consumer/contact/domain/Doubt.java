package in.sampark.consumer.contact.domain;

import java.time.Instant;

/** Why a number that was proven is trusted no longer, and since when. */
public record Doubt(DoubtReason reason, Instant since) {}
