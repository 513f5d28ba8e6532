package in.sampark.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    @Test
    void thereIsACursorAsLongAsThereIsMore() {
        assertThat(page(List.of("a", "b", "c"), 2)).isEqualTo(new Page<>(List.of("a", "b"), PageCursor.of("b")));
        assertThat(page(List.of("a", "b"), 2)).isEqualTo(new Page<>(List.of("a", "b"), null));
        assertThat(page(List.of(), 2)).isEqualTo(new Page<>(List.of(), null));
    }

    @Test
    void aCursorComesBackAsItWasGiven() {
        assertThat(PageCursor.place(PageCursor.of("DVVNL/आगरा", "", "3"), 3)).containsExactly("DVVNL/आगरा", "", "3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a\nb\nc", "a\n\u0000", ""})
    void aPlaceThatWasNotGivenIsRefused(String place) {
        String cursor = Base64.getUrlEncoder().encodeToString(place.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> PageCursor.place(cursor, 2)).isInstanceOf(Problem.class);
    }

    @Test
    void whatIsNoBase64IsRefused() {
        assertThatThrownBy(() -> PageCursor.place("!", 1)).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 501})
    void aPageHasALength(int limit) {
        assertThatThrownBy(() -> Page.limit(limit)).isInstanceOf(Problem.class);
    }

    private static Page<String> page(List<String> found, int limit) {
        return Page.of(found, limit, Function.identity(), PageCursor::of);
    }
}
