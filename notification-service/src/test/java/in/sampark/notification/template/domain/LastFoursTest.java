package in.sampark.notification.template.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LastFoursTest {

    @ParameterizedTest
    @CsvSource({
        "'7010000001,0002,0003,0004,0005,0006,0007', '0001, 0002, 0003, 0004, 0005, 0006, 0007'",
        "'7010000001,7010000002', '0001, 0002'",
        "12, 12"
    })
    void namesEachThatThereIsRoomFor(String accounts, String written) {
        assertThat(LastFours.ofEach(accounts)).isEqualTo(written);
    }

    @Test
    void countsThoseThereIsNoRoomFor() {
        assertThat(written(8)).isEqualTo("0001, 0002, 0003, 0004, 0005, 0006 +2");
        assertThat(written(100_000)).isEqualTo("0001, 0002, 0003, 0004, 0005 +99995");
    }

    private static String written(int accounts) {
        String written = LastFours.ofEach(IntStream.rangeClosed(1, accounts)
                .mapToObj(one -> String.valueOf(7_010_000_000L + one))
                .collect(Collectors.joining(",")));
        assertThat(VariableType.ALPHANUMERIC.admits(written)).isTrue();
        return written;
    }
}
