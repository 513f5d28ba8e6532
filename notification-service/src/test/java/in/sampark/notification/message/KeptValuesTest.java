package in.sampark.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.notification.message.domain.Lane;
import in.sampark.notification.message.domain.Message;
import in.sampark.notification.message.domain.NamedUuid;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeptValuesTest {

    private static final Instant AT = Instant.parse("2026-11-23T04:30:00Z");

    @Test
    void messagesAboutASubjectShareAllButTheAccounts() {
        var kept = new KeptValues(List.of(
                message(AT, Map.of("subject", "DVVNL:O-1", "place", "Saadatganj", "accounts", "1234")),
                message(AT, Map.of("subject", "DVVNL:O-1", "place", "Saadatganj", "accounts", "2345,3456"))));

        assertThat(kept.shared()).containsExactly("{\"place\":\"Saadatganj\",\"subject\":\"DVVNL:O-1\"}");
        assertThat(kept.idOfEach()).containsExactly(kept.sharedIds()[0], kept.sharedIds()[0]);
        assertThat(kept.ownOfEach()).containsExactly("{\"accounts\":\"1234\"}", "{\"accounts\":\"2345,3456\"}");
    }

    @Test
    void whatIsSaidOfAnotherTimeOrOtherwiseIsKeptBesideIt() {
        var kept = new KeptValues(List.of(
                message(AT, Map.of("subject", "DVVNL:O-1", "place", "Saadatganj")),
                message(AT.plusSeconds(1), Map.of("subject", "DVVNL:O-1", "place", "Saadatganj")),
                message(AT, Map.of("subject", "DVVNL:O-1", "place", "Rakabganj"))));

        assertThat(kept.sharedIds()).hasSize(3).doesNotHaveDuplicates().isEqualTo(kept.idOfEach());
        assertThat(NamedUuid.time(kept.sharedIds()[1])).isEqualTo(AT.plusSeconds(1));
    }

    @Test
    void theSameHasTheSameIdWhateverItComesWith() {
        Message one = message(AT, Map.of("subject", "DVVNL:O-1", "place", "Saadatganj", "reason", "rain"));
        Message other = message(AT, Map.of("subject", "DVVNL:O-2"));

        assertThat(new KeptValues(List.of(other, one)).sharedIds()[1])
                .isEqualTo(new KeptValues(List.of(one)).sharedIds()[0]);
    }

    @Test
    void timesThatNoIdCanBearShareOne() {
        var kept = new KeptValues(List.of(
                message(Instant.EPOCH.minusSeconds(1), Map.of("subject", "DVVNL:O-1")),
                message(Instant.EPOCH, Map.of("subject", "DVVNL:O-1"))));

        assertThat(kept.sharedIds()).hasSize(1);
        assertThat(kept.idOfEach()).containsExactly(kept.sharedIds()[0], kept.sharedIds()[0]);
    }

    @Test
    void whatIsSaidToOneAloneStaysWithTheMessage() {
        var kept = new KeptValues(List.of(message(AT, Map.of("amountPaise", "5000"))));

        assertThat(kept.shared()).isEmpty();
        assertThat(kept.idOfEach()).containsOnlyNulls();
        assertThat(kept.ownOfEach()).containsExactly("{\"amountPaise\":\"5000\"}");
    }

    private static Message message(Instant at, Map<String, String> values) {
        return new Message(
                UUID.randomUUID(),
                "DVVNL",
                "e1",
                "hash",
                List.of("DVVNL:1"),
                "OUTAGE_STARTED",
                Lane.BULK,
                "hi",
                values,
                at,
                at.plusSeconds(3600),
                1,
                null);
    }
}
