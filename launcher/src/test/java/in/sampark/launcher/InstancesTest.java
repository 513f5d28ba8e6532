package in.sampark.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstancesTest {

    private static final List<String> MODULES = List.of("consumer-service", "meter-service", "notification-service");

    @Test
    void theFirstIsCalledAsItsModuleAndTheOthersAreNumbered() {
        Instances instances = Instances.parse("meter=3,notification-service=2", MODULES);

        assertThat(instances.names("meter-service"))
                .containsExactly("meter-service", "meter-service-2", "meter-service-3");
        assertThat(instances.names("notification-service"))
                .containsExactly("notification-service", "notification-service-2");
        assertThat(instances.names("consumer-service")).containsExactly("consumer-service");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "meters=2 | --instances: meters (expected: one of consumer, meter, notification)",
                "meter=0  | --instances: meter=0 (expected: a number from 1 to 9)",
                "meter=10 | --instances: meter=10 (expected: a number from 1 to 9)",
                "meter=   | --instances: meter= (expected: a number from 1 to 9)",
                "meter    | --instances: meter (expected: a service and a number, as in meter=2)",
                "meter=2, | '--instances:  (expected: a service and a number, as in meter=2)'"
            })
    void whatCannotBeIsRefusedByName(String said, String complaint) {
        assertThatThrownBy(() -> Instances.parse(said, MODULES))
                .isInstanceOf(Instances.InvalidInstancesException.class)
                .hasMessage(complaint);
    }
}
