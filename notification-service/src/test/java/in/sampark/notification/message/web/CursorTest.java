package in.sampark.notification.message.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import in.sampark.notification.message.r2dbc.MessageSearch.Place;
import in.sampark.platform.web.Problem;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void leadsBackToItsPlace() {
        Place place = new Place(Instant.parse("2019-05-20T18:30:00.123Z"), UUID.randomUUID());
        assertThat(Cursor.place(Cursor.of(place))).isEqualTo(place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "!!!",
                "MjAxOS0wNS0yMA",
                "MjAxOS0wNS0yMAowMDAwMDAwMC0wMDAwLTAwMDAtMDAwMC0wMDAwMDAwMDAwMDE",
                "MjAxOS0wNS0yMFQxODozMDowMFoKeA"
            })
    void anInventedOneIsRefused(String cursor) {
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> Cursor.place(cursor));
    }
}
