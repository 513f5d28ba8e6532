package in.sampark.meter.balance;

import in.sampark.meter.balance.domain.Ladder;
import in.sampark.meter.balance.domain.Ladders;
import in.sampark.meter.balance.domain.Rung;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param percentOfLastRecharge rungs of companies without their own, each 0 to 100
 * @param discoms rungs by DISCOM code
 */
@Validated
@ConfigurationProperties("sampark.ladder")
record LadderSettings(
        @NotEmpty @DefaultValue({"30", "10", "0"}) List<Long> percentOfLastRecharge,
        @DefaultValue Map<String, List<Long>> discoms) {

    Ladders ladders() {
        return new Ladders(
                ladder(percentOfLastRecharge),
                discoms.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> ladder(entry.getValue()))));
    }

    private static Ladder ladder(List<Long> percent) {
        return new Ladder(percent.stream().map(Rung::percentOfLastRecharge).toList());
    }
}
