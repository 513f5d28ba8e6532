package in.sampark.meter.tariff;

import in.sampark.meter.tariff.domain.Duty;
import in.sampark.meter.tariff.domain.FixedCharge;
import in.sampark.meter.tariff.domain.SlabEnergy;
import in.sampark.meter.tariff.domain.SlabEnergy.Slab;
import in.sampark.meter.tariff.domain.Tariff;
import java.io.Reader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one tariff file. Every fault names the file, the line, the value and what was expected; a key that means nothing is a fault too, since
 * a misspelt rate would otherwise be free of charge.
 */
final class TariffFile {

    private static final BigDecimal PAISE_PER_RUPEE = BigDecimal.valueOf(100);
    private static final BigDecimal WH_PER_KWH = BigDecimal.valueOf(1000);

    private TariffFile() {}

    /**
     * @param name as faults shall show it
     * @throws InvalidTariffException when the file is not a tariff
     */
    static List<Tariff> read(String name, Reader text) {
        YamlValue file = YamlValue.read(name, text);
        file.onlyKeys(Set.of("category", "source", "versions"));
        String category = file.get("category").text();
        file.get("source").text();
        return file.get("versions").list().stream()
                .map(version -> version(category, version))
                .toList();
    }

    private static Tariff version(String category, YamlValue version) {
        version.onlyKeys(Set.of("effective-from", "energy", "fixed-rupees-per-kw", "duty-percent"));
        return new Tariff(
                category,
                day(version.get("effective-from")),
                List.of(
                        energy(version.get("energy")),
                        new FixedCharge(paise(version.get("fixed-rupees-per-kw"))),
                        new Duty(notNegative(version.get("duty-percent")))));
    }

    private static SlabEnergy energy(YamlValue energy) {
        List<Slab> slabs = energy.list().stream().map(TariffFile::slab).toList();
        try {
            return new SlabEnergy(slabs);
        } catch (IllegalArgumentException e) {
            throw energy.fault(String.valueOf(e.getMessage()));
        }
    }

    private static Slab slab(YamlValue slab) {
        slab.onlyKeys(Set.of("up-to-kwh", "rupees-per-kwh"));
        Optional<YamlValue> upTo = slab.find("up-to-kwh");
        return new Slab(upTo.map(TariffFile::wh).orElse(Slab.NO_END), paise(slab.get("rupees-per-kwh")));
    }

    private static long wh(YamlValue kwh) {
        BigDecimal wh = kwh.number().multiply(WH_PER_KWH);
        if (wh.signum() <= 0 || wh.stripTrailingZeros().scale() > 0) {
            throw kwh.fault(kwh.text() + " (expected: kWh > 0, to the watt-hour)");
        }
        return wh.longValueExact();
    }

    private static BigDecimal paise(YamlValue rupees) {
        return notNegative(rupees).multiply(PAISE_PER_RUPEE);
    }

    private static BigDecimal notNegative(YamlValue value) {
        if (value.number().signum() < 0) throw value.fault(value.text() + " (expected: >= 0)");
        return value.number();
    }

    private static LocalDate day(YamlValue value) {
        try {
            return LocalDate.parse(value.text());
        } catch (DateTimeParseException e) {
            throw value.fault(value.text() + " (expected: a day, e.g. 2026-04-01)");
        }
    }
}
