package in.sampark.notification.dispatch.domain;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.notification.message.domain.Lane;
import in.sampark.notification.message.domain.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TroublesTest {

    private static final Message MESSAGE = new Message(
            new UUID(0, 1),
            "DVVNL",
            "e1",
            "hash",
            List.of("DVVNL:7010000001"),
            "LOW_BALANCE",
            Lane.ALERT,
            "hi",
            Map.of(),
            Instant.EPOCH,
            Instant.EPOCH,
            1,
            null);

    @Test
    void areCountedByReason() {
        Ended down = ended(new Verdict.Retry("HTTP_500", Duration.ZERO));
        Ended taken = ended(new Verdict.Accepted("gw-1"));

        assertThat(Troubles.of(List.of(down, taken, down)).counts()).isEqualTo(Map.of("RETRYING HTTP_500", 2L));
        assertThat(Troubles.of(List.of(taken)).any()).isFalse();
    }

    private static Ended ended(Verdict verdict) {
        return new Ended(MESSAGE, "+91******0001", "simulator", verdict);
    }
}
