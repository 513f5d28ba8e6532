package in.sampark.campaign.worklist.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.sampark.campaign.worklist.domain.Place;
import in.sampark.platform.web.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE})
    void leadsBackToItsPlace(long priority) {
        Place place = new Place(priority, "DVVNL:7010000001");

        assertThat(Cursor.place(Cursor.of(place))).isEqualTo(place);
    }

    @Test
    void withoutOneTheListBegins() {
        assertThat(Cursor.place(null)).isEqualTo(Place.BEFORE_ALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "MQ", "MQphAGI", "LQph", "OTIyMzM3MjAzNjg1NDc3NTgwOAph"})
    void whatIsNoneIsRefused(String text) {
        assertThatThrownBy(() -> Cursor.place(text))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("cursor: " + text + " (expected: one from an earlier answer)");
    }
}
