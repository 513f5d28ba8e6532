package in.sampark.meter.supply;

import in.sampark.meter.supply.domain.Rulebook;
import in.sampark.meter.supply.domain.SupplyRules;
import in.sampark.meter.yaml.InvalidFileException;
import in.sampark.meter.yaml.YamlFiles;
import in.sampark.meter.yaml.YamlValue;
import java.util.HashMap;
import java.util.Map;

/** All files of supply rules of a place. */
public final class SupplyRuleFiles {

    private SupplyRuleFiles() {}

    /**
     * Reads them.
     *
     * @param pattern e.g. {@code classpath:supply-rules/*.yml} or {@code file:/etc/sampark/supply-rules/*.yml}
     * @throws InvalidFileException when one of them is not one of supply rules, or there is none
     */
    public static Rulebook read(String pattern) {
        Map<String, YamlValue> named = new HashMap<>();
        Map<String, SupplyRules> rules = new HashMap<>();
        for (SupplyRuleFile file : YamlFiles.read("supply rules", pattern, SupplyRuleFile::read)) {
            for (YamlValue discom : file.discoms()) {
                YamlValue other = named.putIfAbsent(discom.text(), discom);
                if (other != null) {
                    throw discom.fault(discom.text() + " (expected: once, and it is in " + other.file() + ")");
                }
                rules.put(discom.text(), file.rules());
            }
        }
        return new Rulebook(rules);
    }
}
