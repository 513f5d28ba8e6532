package in.sampark.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.sampark.platform.outbox.Bundle.Addressed;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PackedRecordsTest {

    @Test
    void areReadAsTheyWereWritten() {
        var records = List.of(
                new OutboxRecord(new byte[] {1}, new byte[] {0, -1}, "sampark-reason", "नहीं"),
                new OutboxRecord(new byte[0], null),
                new OutboxRecord(new byte[] {2}, new byte[0]));

        assertThat(PackedRecords.unpack(PackedRecords.pack(records)))
                .usingRecursiveComparison()
                .isEqualTo(records);
    }

    /** Such rows may still wait when a release that compresses them starts. */
    @Test
    void areReadAsTheyWereBeforeTheyWereCompressed() {
        byte[] plain = {1, 0, 0, 0, 1, 7, -1, -1, -1, -1, 0, 0, 0, 0};

        assertThat(PackedRecords.unpack(plain))
                .usingRecursiveComparison()
                .isEqualTo(List.of(new OutboxRecord(new byte[] {7}, null)));
    }

    @Test
    void takeLittleRoomWhenTheySayMuchTheSame() {
        byte[] said = "आपूर्ति शाम 6 बजे तक बहाल होने की संभावना है".repeat(5).getBytes(StandardCharsets.UTF_8);
        var records = Collections.nCopies(Bundle.RECORDS, new OutboxRecord(new byte[] {1}, said));

        assertThat(PackedRecords.pack(records).length).isLessThan(Bundle.RECORDS * said.length / 10);
    }

    @Test
    void ofAnotherFormAreNotGuessedAt() {
        assertThatThrownBy(() -> PackedRecords.unpack(new byte[] {9})).hasMessageContaining("form 9 (expected: 2)");
    }

    @Test
    void aBundleHoldsARunOfOneTopic() {
        var record = new OutboxRecord(new byte[0], null);
        var records = Stream.of(
                        Collections.nCopies(Bundle.RECORDS + 1, new Addressed("a", true, record)),
                        List.of(new Addressed("b", false, record)),
                        List.of(new Addressed("a", true, record)))
                .flatMap(List::stream)
                .toList();

        assertThat(Bundle.of(records))
                .extracting(bundle -> bundle.topic() + bundle.records().size())
                .containsExactly("a" + Bundle.RECORDS, "a1", "b1", "a1");
        assertThat(Bundle.of(List.of())).isEmpty();
    }
}
