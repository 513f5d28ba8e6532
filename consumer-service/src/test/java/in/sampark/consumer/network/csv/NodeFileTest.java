package in.sampark.consumer.network.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.sampark.consumer.network.domain.NodeReading;
import in.sampark.platform.web.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;

class NodeFileTest {

    private static final String HEADER = "discom,kind,code,parent_code,name,active\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9811100051,Asha Devi,1,2,3,4 | header: none (expected: discom,kind,code,parent_code,name,active)",
                "discom,kind,code,parent_code,name,Asha Devi | header: missing active (expected: discom,kind",
                "discom,kind,code,parent_code,name,active,9811100051 | header: 1 columns more (expected: discom,kind"
            })
    void firstLineThatIsNoHeaderIsNotRepeated(String line, String expected) {
        assertThatThrownBy(() -> lines(line + "\n"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining(expected)
                .hasMessageNotContaining("98111")
                .hasMessageNotContaining("sha Devi")
                .hasMessageNotContaining("asha");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DVVNL,pole,P-1,,,yes | kind: pole (expected: one of zone, circle, division, sub_division, substation,",
                "DVVNL,9811100051,P-1,,,yes | kind: *** (expected: one of zone",
                "DVVNL,zone,Z-1,,,9811100051 | active: *** (expected: yes or no)"
            })
    void lineIsRejectedWithWhatItSaysAndWhatWasExpected(String line, String reason) {
        assertThat(lines(HEADER + line + "\n"))
                .singleElement()
                .satisfies(read ->
                        assertThat(((NodeReading.Bad) read.reading()).reason()).startsWith(reason));
    }

    @Test
    void cellOfManyLettersCostsItsLineOnly() {
        List<NodeFile.Line> lines =
                lines(HEADER + "DVVNL," + "x".repeat(20_000) + ",P-1,,,yes\nDVVNL,zone,AGRA,,,yes\n");

        assertThat(((NodeReading.Bad) lines.getFirst().reading()).reason()).hasSizeLessThan(300);
        assertThat(lines.getLast().reading()).isInstanceOf(NodeReading.Good.class);
    }

    private static List<NodeFile.Line> lines(String file) {
        var bytes = DefaultDataBufferFactory.sharedInstance.wrap(file.getBytes(StandardCharsets.UTF_8));
        return NodeFile.lines(Flux.just(bytes)).collectList().blockOptional().orElseThrow();
    }
}
