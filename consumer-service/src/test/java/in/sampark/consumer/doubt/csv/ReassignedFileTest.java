package in.sampark.consumer.doubt.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.sampark.consumer.contact.domain.MobileNumber;
import in.sampark.consumer.doubt.domain.Reassigned;
import in.sampark.consumer.doubt.domain.ReassignedLine;
import in.sampark.platform.web.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;

class ReassignedFileTest {

    private static final Instant NOW = Instant.parse("2026-11-22T06:30:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9811100053",
                "9811100053.0",
                "'9811100053",
                "\u096f\u096e\u0967\u0967\u0967\u0966\u0966\u0966\u096b\u0969",
                "+91 98111 00053"
            })
    void numbersAreReadHoweverASpreadsheetHasLeftThem(String cell) {
        assertThat(lines("mobile\n" + cell + "\n"))
                .containsExactly(new ReassignedLine.Good(new Reassigned(new MobileNumber("+919811100053"), NOW)));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-21, 2026-11-21T18:30:00Z", "2026-11-22, 2026-11-22T18:30:00Z"})
    void proofsCountForNothingUntilTheEndOfTheDay(String day, Instant until) {
        assertThat(lines("mobile,reassigned_on\n9811100053," + day + "\n"))
                .containsExactly(new ReassignedLine.Good(new Reassigned(new MobileNumber("+919811100053"), until)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2099-01-01", "2026-11-23", "02/05/2019", "2019-02-30"})
    void dayThatIsNoneOrIsStillToComeIsNamed(String day) {
        assertThat(error("mobile,reassigned_on\n9811100053," + day + "\n"))
                .isEqualTo(new ReassignedLine.LineError(
                        2, "reassigned_on", day, "a day like 2026-04-01, 2026-11-22 at the latest, or nothing"));
    }

    @Test
    void numberThatIsNoneIsShownByItsShape() {
        assertThat(error("mobile\n5811100053\n"))
                .isEqualTo(new ReassignedLine.LineError(2, "mobile", "********53", "an Indian mobile number"));
        assertThat(error("mobile\n9.8111E+09\n").expected()).startsWith("all its digits; a spreadsheet");
    }

    @Test
    void firstLineThatIsNoHeaderIsNotRepeated() {
        assertThatThrownBy(() -> lines("9811100051\n9811100052\n"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("header: no column mobile")
                .hasMessageNotContaining("9811100051");
    }

    private static ReassignedLine.LineError error(String file) {
        return ((ReassignedLine.Bad) lines(file).getFirst()).error();
    }

    private static List<ReassignedLine> lines(String file) {
        var bytes = DefaultDataBufferFactory.sharedInstance.wrap(file.getBytes(StandardCharsets.UTF_8));
        return ReassignedFile.lines(Flux.just(bytes), NOW)
                .collectList()
                .blockOptional()
                .orElseThrow();
    }
}
