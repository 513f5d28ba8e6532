package in.sampark.notification.receipt.domain;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.notification.message.domain.MessageState;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReceiptTest {

    private static final Receipt<UUID> FAILED = new Receipt<>(new UUID(0, 1), MessageState.FAILED, "UNDELIV", null);
    private static final Receipt<UUID> DELIVERED =
            new Receipt<>(new UUID(0, 1), MessageState.DELIVERED, "DELIVRD", null);
    private static final Receipt<UUID> OTHER = new Receipt<>(new UUID(0, 2), MessageState.FAILED, "EXPIRED", null);

    @Test
    void deliveredCountsInWhateverOrderTheyCome() {
        assertThat(Receipt.strongest(List.of(FAILED, OTHER, DELIVERED, DELIVERED)))
                .containsExactly(DELIVERED, OTHER);
        assertThat(Receipt.strongest(List.of(DELIVERED, FAILED))).containsExactly(DELIVERED);
    }
}
