package in.sampark.notification.template.domain;

import static in.sampark.notification.template.domain.Segments.Encoding.GSM_7;
import static in.sampark.notification.template.domain.Segments.Encoding.UCS_2;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SegmentsTest {

    @Test
    void latinTextIsNarrow() {
        assertThat(Segments.of("Rs 1,23,456.50 on 20 May, 12:00 am")).isEqualTo(new Segments(GSM_7, 1));
    }

    @Test
    void hindiIsWide() {
        assertThat(Segments.of("बैलेंस")).isEqualTo(new Segments(UCS_2, 1));
    }

    @Test
    void aRupeeSignMakesAllOfItWide() {
        assertThat(Segments.of("₹1")).isEqualTo(new Segments(UCS_2, 1));
    }

    @Test
    void severalPartsEachLoseRoomToTheirHeader() {
        assertThat(Segments.of("a".repeat(160)).count()).isEqualTo(1);
        assertThat(Segments.of("a".repeat(161)).count()).isEqualTo(2);
        assertThat(Segments.of("a".repeat(306)).count()).isEqualTo(2);
        assertThat(Segments.of("a".repeat(307)).count()).isEqualTo(3);
        assertThat(Segments.of("क".repeat(70)).count()).isEqualTo(1);
        assertThat(Segments.of("क".repeat(71)).count()).isEqualTo(2);
        assertThat(Segments.of("क".repeat(134)).count()).isEqualTo(2);
        assertThat(Segments.of("क".repeat(135)).count()).isEqualTo(3);
    }

    @Test
    void someCharactersCountDouble() {
        assertThat(Segments.of("€".repeat(80)).count()).isEqualTo(1);
        assertThat(Segments.of("€".repeat(81)).count()).isEqualTo(2);
    }

    @Test
    void aDoubleCharacterIsNotTornApart() {
        assertThat(Segments.of("a".repeat(152) + "€" + "a".repeat(152)).count()).isEqualTo(3);
        assertThat(Segments.of("a".repeat(306)).count()).isEqualTo(2);
    }
}
