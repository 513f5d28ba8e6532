package in.sampark.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PortsTest {

    /** Whoever asked listens only later: until then the port looks free to the next who asks. */
    @Test
    void givesNoPortTwice() {
        List<Integer> ports = Stream.generate(Ports::free).limit(500).toList();

        assertThat(ports).doesNotHaveDuplicates().allMatch(Ports::isFree);
    }
}
