package in.sampark.meter.supply;

import in.sampark.meter.supply.domain.Rulebook;
import in.sampark.meter.supply.domain.SupplyRules;

/** The supply rules as they are shipped. */
public final class Rules {

    public static final Rulebook SHIPPED = SupplyRuleFiles.read("classpath:supply-rules/*.yml");

    private Rules() {}

    public static SupplyRules of(String discom) {
        return SHIPPED.of(discom).orElseThrow();
    }
}
