package in.sampark.meter.supply;

import in.sampark.meter.supply.domain.CutHours;
import in.sampark.meter.supply.domain.SupplyRules;
import in.sampark.meter.yaml.YamlValue;
import java.io.Reader;
import java.util.List;
import java.util.Set;

/**
 * One file of supply rules, of the companies that it names. Every fault names the file, the line, the value and what was expected; a key that means
 * nothing is a fault too, since a misspelt rule would otherwise protect nobody.
 *
 * @param discoms codes of the companies, as the file writes them, with their lines
 */
record SupplyRuleFile(List<YamlValue> discoms, SupplyRules rules) {

    /**
     * Reads it.
     *
     * @param name as faults shall show it
     * @throws in.sampark.meter.yaml.InvalidFileException when the file is not one of supply rules
     */
    static SupplyRuleFile read(String name, Reader text) {
        YamlValue file = YamlValue.read(name, text, "supply rules");
        file.onlyKeys(Set.of("discoms", "source", "no-cut", "patience", "reconnection"));
        file.get("source").text();
        List<YamlValue> discoms = file.get("discoms").list();
        if (discoms.isEmpty()) throw file.get("discoms").fault("none (expected: at least one)");
        return new SupplyRuleFile(
                discoms,
                new SupplyRules(
                        new CutHours(NoCutRules.read(file.get("no-cut"))),
                        PatienceRules.read(file.get("patience")),
                        ReconnectionRules.read(file.get("reconnection"))));
    }
}
