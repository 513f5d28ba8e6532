package in.sampark.meter.supply.domain;

import java.util.Map;
import java.util.Optional;

/**
 * The supply rules of all companies. Of one that has none nothing is decided: nobody is cut off.
 *
 * @param byDiscom by DISCOM code
 */
public record Rulebook(Map<String, SupplyRules> byDiscom) {

    public Rulebook {
        byDiscom = Map.copyOf(byDiscom);
    }

    public Optional<SupplyRules> of(String discom) {
        return Optional.ofNullable(byDiscom.get(discom));
    }
}
