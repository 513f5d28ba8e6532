package in.sampark.consumer.importing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class HeaderTest {

    @Test
    void columnsAreFoundInAnyOrder() {
        List<String> titles = titles();
        Collections.reverse(titles);

        assertThat(Header.objection(titles)).isEmpty();
        assertThat(new Header(titles).position(Column.ACCOUNT_NO)).contains(titles.size() - 1);
    }

    @Test
    void fileMayComeWithoutNumbers() {
        List<String> titles = titles();
        titles.remove("mobile");

        assertThat(Header.objection(titles)).isEmpty();
        assertThat(new Header(titles).position(Column.MOBILE)).isEmpty();
    }

    @Test
    void emptyColumnsAtTheEndDoNotCount() {
        List<String> titles = titles();
        titles.addAll(List.of("", " "));

        assertThat(Header.objection(titles)).isEmpty();
        assertThat(new Header(titles).size()).isEqualTo(Column.values().length);
    }

    @Test
    void missingColumnsAreNamed() {
        List<String> titles = titles();
        titles.removeAll(List.of("zone", "dt_code"));

        assertThat(Header.objection(titles)).contains("missing zone,dt_code");
    }

    @Test
    void unknownColumnIsNotPassedOver() {
        List<String> titles = titles();
        titles.set(titles.indexOf("mobile"), "moblie");

        assertThat(Header.objection(titles)).contains("unknown moblie");
    }

    @Test
    void columnComesOnce() {
        List<String> titles = titles();
        titles.add("mobile");

        assertThat(Header.objection(titles)).contains("more than once mobile");
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        List<String> titles = titles();
        titles.set(titles.indexOf("zone"), "region");
        titles.add("name");

        assertThat(Header.objection(titles)).contains("unknown region; missing zone; more than once name");
    }

    @Test
    void titlesMayBeWrittenInCapitals() {
        assertThat(Header.objection(titles().stream()
                        .map(title -> " " + title.toUpperCase(Locale.ROOT))
                        .toList()))
                .isEmpty();
    }

    @Test
    void rowInPlaceOfAHeaderIsNotRepeated() {
        assertThat(Header.objection(List.of("7010000001", "Asha Devi", "9897010001")))
                .contains("none");
    }

    @Test
    void emptyFileHasNoHeader() {
        assertThat(Header.objection(List.of())).isPresent();
    }

    private static List<String> titles() {
        return new ArrayList<>(Arrays.stream(Column.values()).map(Column::title).toList());
    }
}
