package in.sampark.notification.message.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NamedUuidTest {

    private static final UUID DNS = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    private static final Instant AT = Instant.parse("2026-11-23T04:30:00.123Z");

    @Test
    void followsTheExampleOfTheStandard() {
        assertThat(NamedUuid.of(DNS, "www.example.com"))
                .isEqualTo(UUID.fromString("2ed6657d-e927-568b-95e1-2665a8aea6a2"));
    }

    @Test
    void sameEventAudienceAndKindAreTheSameMessage() {
        assertThat(NamedUuid.ofMessage(AT, "e1", "DVVNL:1", "LOW_BALANCE"))
                .isEqualTo(NamedUuid.ofMessage(AT, "e1", "DVVNL:1", "LOW_BALANCE"));
    }

    @Test
    void partsDoNotRunIntoEachOther() {
        assertThat(NamedUuid.ofMessage(AT, "e1", "1", "K")).isNotEqualTo(NamedUuid.ofMessage(AT, "e", "11", "K"));
    }

    @Test
    void everyAttemptAtAStepIsAnnouncedUnderItsOwnId() {
        UUID message = NamedUuid.ofMessage(AT, "e1", "a", "K");
        assertThat(NamedUuid.ofStep(message, "RETRYING", 1)).isNotEqualTo(NamedUuid.ofStep(message, "RETRYING", 2));
    }

    @Test
    void aMessagesIdBeginsWithTheTimeOfWhatItTells() {
        UUID message = NamedUuid.ofMessage(AT, "e1", "a", "K");
        assertThat(message.getMostSignificantBits() >>> 16).isEqualTo(AT.toEpochMilli());
        assertThat(message.version()).isEqualTo(8);
        assertThat(message.variant()).isEqualTo(2);
        assertThat(message.toString())
                .isGreaterThan(NamedUuid.earliest(AT).toString())
                .isLessThan(NamedUuid.earliest(AT.plusMillis(1)).toString());
    }

    @Test
    void noTimeIsTooFarAway() {
        assertThat(NamedUuid.earliest(Instant.parse("1950-01-01T00:00:00Z"))).isEqualTo(new UUID(0, 0));
        assertThat(NamedUuid.earliest(Instant.parse("2999-01-01T00:00:00Z")).toString())
                .isLessThan("04000000-0000-0000-0000-000000000000");
    }
}
