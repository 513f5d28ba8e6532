package in.sampark.meter.tariff;

import in.sampark.meter.tariff.domain.CheaperEnergy;
import in.sampark.meter.tariff.domain.Component;
import in.sampark.meter.tariff.domain.FixedCharge;
import in.sampark.meter.tariff.domain.FixedWaiver;
import in.sampark.meter.tariff.domain.Minimum;
import in.sampark.meter.tariff.domain.MonthlyAmount;
import in.sampark.meter.tariff.domain.Percentage;
import in.sampark.meter.tariff.domain.Rule;
import in.sampark.meter.tariff.domain.SlabEnergy;
import in.sampark.meter.tariff.domain.Slabs;
import in.sampark.meter.yaml.YamlValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One version of a tariff file, turned into its rules in the order they apply. */
final class TariffVersion {

    private static final Set<String> KEYS = Set.of(
            "effective-from",
            "energy",
            "part-month",
            "free-kwh",
            "free-waives-fixed",
            "rebate-paise-per-kwh",
            "fixed-rupees-per-kw",
            "fixed-rupees-per-connection",
            "rebate-percent",
            "rebate-on",
            "minimum-rupees-per-kw",
            "minimum-rupees-per-connection",
            "duty-percent",
            "duty-on");

    private final YamlValue version;
    private final EnergyPrices prices;
    private final MonthlyAmount fixed;
    private final VersionPercentages percentages;

    private TariffVersion(YamlValue version, Optional<Percentage> surcharge) {
        version.onlyKeys(KEYS);
        this.version = version;
        this.prices = EnergyPrices.read(version);
        this.fixed = monthly("fixed")
                .orElseThrow(() -> version.fault(
                        "no fixed-rupees-per-kw or fixed-rupees-per-connection (expected: at least one)"));
        this.percentages = new VersionPercentages(version, surcharge, prices.subsidised());
    }

    /**
     * Its rules.
     *
     * @param surcharge the fuel surcharge while they hold; null for none
     */
    static List<Rule> rules(YamlValue version, Map.@Nullable Entry<LocalDate, Percentage> surcharge) {
        return new TariffVersion(version, Optional.ofNullable(surcharge).map(Map.Entry::getValue)).rules();
    }

    private List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        rules.add(new SlabEnergy(prices.full()));
        if (prices.subsidised()) {
            rules.add(new CheaperEnergy(Component.SUBSIDY, prices.full(), prices.afterSubsidy()));
        }
        unitRebate().ifPresent(rules::add);
        rules.add(new FixedCharge(fixed));
        fixedWaiver().ifPresent(rules::add);
        percentages.beforeDuty().ifPresent(rules::add);
        monthly("minimum").ifPresent(amount -> rules.add(new Minimum(amount, rules)));
        rules.add(percentages.duty());
        return rules;
    }

    private Optional<Rule> unitRebate() {
        return version.find("rebate-paise-per-kwh").map(rebate -> {
            if (percentages.credit().isPresent()) {
                throw rebate.fault("beside a fuel surcharge below 0 (expected: lower prices instead)");
            }
            Slabs before = prices.afterSubsidy();
            return new CheaperEnergy(Component.REBATE, before, before.less(rebate.notNegative()));
        });
    }

    private Optional<Rule> fixedWaiver() {
        Optional<YamlValue> waives = version.find("free-waives-fixed");
        if (waives.isEmpty() || !waives.get().flag()) return Optional.empty();
        YamlValue free =
                version.find("free-kwh").orElseThrow(() -> waives.get().fault("true (expected: only with free-kwh)"));
        if (version.get("effective-from").day().getDayOfMonth() != 1) {
            throw version.get("effective-from")
                    .fault("with free-waives-fixed (expected: the 1st of a month, for which it is waived as a whole)");
        }
        return Optional.of(new FixedWaiver(fixed, free.wh(), prices.partMonth()));
    }

    /** What has to be reached or is due in a month, by load, by connection or both. */
    private Optional<MonthlyAmount> monthly(String what) {
        Optional<BigDecimal> perKw = version.find(what + "-rupees-per-kw").map(YamlValue::paise);
        Optional<BigDecimal> perConnection =
                version.find(what + "-rupees-per-connection").map(YamlValue::paise);
        if (perKw.isEmpty() && perConnection.isEmpty()) return Optional.empty();
        return Optional.of(new MonthlyAmount(perKw.orElse(BigDecimal.ZERO), perConnection.orElse(BigDecimal.ZERO)));
    }
}
