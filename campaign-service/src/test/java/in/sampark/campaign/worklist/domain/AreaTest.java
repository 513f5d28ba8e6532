package in.sampark.campaign.worklist.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AreaTest {

    @ParameterizedTest
    @CsvSource({"DVVNL, 1", "DVVNL/Z, 2", "DVVNL/Z/C, 3", "DVVNL/Z/C/D, 4", "DVVNL/Z/C/D/SD, 5", "DVVNL/Z/C/D/SD/X, 5"})
    void hasTheLevelOfItsLastCode(String path, int level) {
        assertThat(new Area(path).level()).isEqualTo(level);
    }
}
