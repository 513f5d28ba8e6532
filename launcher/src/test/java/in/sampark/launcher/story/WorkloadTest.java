package in.sampark.launcher.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkloadTest {

    @Test
    void recordsAreReadFromTheMetricsOfAnInstance() {
        Map<String, Long> byListener = Workload.byListener("""
                # HELP sampark_records_total Records this instance is done with
                # TYPE sampark_records_total counter
                sampark_records_total{listener="meter-service.readings"} 2854.0
                sampark_records_total{application="meter-service",listener="meter-service.recharges"} 1.43E2
                jvm_threads_live_threads 41.0
                """);

        assertThat(byListener).isEqualTo(Map.of("meter-service.readings", 2854L, "meter-service.recharges", 143L));
        assertThat(new Workload(Map.of("meter-service", byListener)).of("meter-service"))
                .isEqualTo(2997);
    }
}
