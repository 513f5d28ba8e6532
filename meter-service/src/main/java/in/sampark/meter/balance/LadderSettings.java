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
 * @param rungs of companies without their own, each as {@code 30%} of the last recharge, {@code 7 days} left or {@code Rs 100}
 * @param beforeFirstRecharge rungs in place of percentages as long as there is no recharge
 * @param discoms rungs by DISCOM code
 */
@Validated
@ConfigurationProperties("sampark.ladder")
record LadderSettings(
        @NotEmpty @DefaultValue({"30%", "10%", "0%"}) List<String> rungs,
        @DefaultValue({"Rs 100", "Rs 0"}) List<String> beforeFirstRecharge,
        @DefaultValue Map<String, List<String>> discoms) {

    Ladders ladders() {
        List<Rung> before = RungWords.rungs(beforeFirstRecharge);
        return new Ladders(
                new Ladder(RungWords.rungs(rungs), before),
                discoms.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> new Ladder(RungWords.rungs(entry.getValue()), before))));
    }
}
