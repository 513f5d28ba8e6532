package in.sampark.notification.message.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class NamedUuidTest {

    private static final UUID DNS = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    @Test
    void followsTheExampleOfTheStandard() {
        assertThat(NamedUuid.of(DNS, "www.example.com"))
                .isEqualTo(UUID.fromString("2ed6657d-e927-568b-95e1-2665a8aea6a2"));
    }

    @Test
    void sameEventAudienceAndKindAreTheSameMessage() {
        assertThat(NamedUuid.ofMessage("e1", "DVVNL:1", "LOW_BALANCE"))
                .isEqualTo(NamedUuid.ofMessage("e1", "DVVNL:1", "LOW_BALANCE"));
    }

    @Test
    void partsDoNotRunIntoEachOther() {
        assertThat(NamedUuid.ofMessage("e1", "1", "K")).isNotEqualTo(NamedUuid.ofMessage("e", "11", "K"));
    }

    @Test
    void everyAttemptAtAStepIsAnnouncedUnderItsOwnId() {
        UUID message = NamedUuid.ofMessage("e1", "a", "K");
        assertThat(NamedUuid.ofStep(message, "RETRYING", 1)).isNotEqualTo(NamedUuid.ofStep(message, "RETRYING", 2));
    }
}
