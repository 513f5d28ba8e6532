package in.sampark.notification.provider;

import in.sampark.notification.provider.domain.OutgoingSms;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Texts to be carried to a phone. */
public final class Texts {

    /** After all tests. */
    public static final Instant LATE = Instant.parse("2100-01-01T00:00:00Z");

    private Texts() {}

    /** One of its own, to somebody. */
    public static OutgoingSms any() {
        return new OutgoingSms(
                UUID.randomUUID(),
                "+919897357350",
                "text",
                "DVVNLT",
                "1101000000000010001",
                "1107000000000020001",
                true,
                LATE,
                Map.of());
    }
}
