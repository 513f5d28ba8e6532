package in.sampark.consumer.connection.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameWordsTest {

    @ParameterizedTest
    @CsvSource({
        "Asha Devi, asha",
        "Asha Devi, ASHA devi",
        "Asha Devi, dev ash",
        "Sharmishtha Chaturvedi, sharmisht",
        "Sharmishtha Chaturvedi, chaturvedi",
        "Om Prakash, om",
        "O'Neil D'Souza, souza",
        "आशा देवी, आशा",
        "आशा देवी, देवी",
        "Ｌata Rani, lata"
    })
    void aNameIsFoundByHowItsWordsBegin(String name, String sought) {
        assertThat(NameWords.of(name).matches(NameWords.of(sought))).isTrue();
        assertThat(NameWords.of(name).beginnings())
                .containsAll(NameWords.of(sought).sought());
    }

    @ParameterizedTest
    @CsvSource({
        "Asha Devi, usha",
        "Asha Devi, asha ram",
        "Asha Devi, as",
        "Sharmishtha Chaturvedi, sharmishtra",
        "Om Prakash, oma",
        "Omar Khan, om"
    })
    void anotherNameIsNot(String name, String sought) {
        assertThat(NameWords.of(name).matches(NameWords.of(sought))).isFalse();
    }

    @Test
    void aNameHasFewBeginnings() {
        assertThat(NameWords.of("Sharmishtha Om Lal").beginnings())
                .containsExactlyInAnyOrder("sha", "shar", "sharm", "sharmi", "om", "lal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "./-", "\u200b"})
    void whatHasNoWordsIsEmpty(String text) {
        assertThat(NameWords.of(text).isEmpty()).isTrue();
    }

    @Test
    void namesStayOutOfLogs() {
        assertThat(NameWords.of("Asha Devi").toString()).doesNotContain("asha");
    }
}
