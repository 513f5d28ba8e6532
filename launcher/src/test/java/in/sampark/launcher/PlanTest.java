package in.sampark.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {

    @Test
    void portsAreTheUsualOnesUnlessTheEnvironmentSaysOthers() {
        Plan plan = Plan.of(Map.of("SAMPARK_METER_PORT", "9082", "SAMPARK_KAFKA_PORT", "29092"));

        assertThat(plan.ports())
                .extracting(Port::number)
                .containsExactly(15432, 29092, 18081, 8090, 8091, 8081, 9082, 8083, 8084);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "65536", "-1", "http", "99999999999"})
    void whatIsNoPortIsRefusedByItsVariable(String said) {
        assertThatThrownBy(() -> Plan.of(Map.of("SAMPARK_METER_PORT", said)))
                .isInstanceOf(Plan.InvalidPortException.class)
                .hasMessage("SAMPARK_METER_PORT: " + said + " (expected: a port, 1 to 65535)");
    }
}
