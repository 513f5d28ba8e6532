package in.sampark.meter.tariff;

import in.sampark.meter.tariff.domain.Component;
import in.sampark.meter.tariff.domain.PercentOf;
import in.sampark.meter.tariff.domain.Percentage;
import in.sampark.meter.tariff.domain.Percentages;
import in.sampark.meter.tariff.domain.Rule;
import in.sampark.meter.yaml.YamlValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The percentages of a version of a tariff file: fuel surcharge, rebate and duty. None takes off more than is charged.
 *
 * @param version where rebate and duty are
 * @param surcharge the fuel surcharge of the time
 * @param subsidised whether energy costs less than its full price
 */
record VersionPercentages(YamlValue version, Optional<Percentage> surcharge, boolean subsidised) {

    /** The surcharge if it is below zero. */
    Optional<Percentage> credit() {
        return surcharge.filter(Percentage::takesOff);
    }

    /** Surcharge and rebate. */
    Optional<Rule> beforeDuty() {
        List<Percentage> steps = Stream.concat(
                        surcharge.filter(step -> step.percent().signum() != 0).stream(), rebate().stream())
                .toList();
        steps.forEach(this::takesOffOnlyWhatIsCharged);
        return steps.isEmpty() ? Optional.empty() : Optional.of(new Percentages(steps));
    }

    /** Duty, by itself. */
    Rule duty() {
        YamlValue percent = version.get("duty-percent");
        Set<PercentOf> of = version.find("duty-on").map(this::dutyOn).orElse(Set.of(PercentOf.ENERGY, PercentOf.FIXED));
        return new Percentages(List.of(percent.built(() -> new Percentage(Component.DUTY, percent.notNegative(), of))));
    }

    private Optional<Percentage> rebate() {
        Optional<YamlValue> on = version.find("rebate-on");
        Optional<YamlValue> percent = version.find("rebate-percent");
        if (percent.isEmpty()) {
            on.ifPresent(alone -> alone.check(false, "only with rebate-percent"));
            return Optional.empty();
        }
        if (version.find("rebate-paise-per-kwh").isPresent()) {
            throw percent.get().fault("beside rebate-paise-per-kwh (expected: one of them)");
        }
        return Optional.of(rebate(percent.get(), version.get("rebate-on")));
    }

    private Percentage rebate(YamlValue percent, YamlValue on) {
        Set<PercentOf> of =
                PercentWords.read(on, Set.of(PercentOf.ENERGY, PercentOf.ENERGY_AFTER_SUBSIDY, PercentOf.FIXED));
        BigDecimal off = percent.notNegative().negate();
        BigDecimal together =
                credit().map(Percentage::percent).orElse(BigDecimal.ZERO).add(off);
        percent.check(
                together.compareTo(BigDecimal.valueOf(-100)) >= 0, "at most 100, with a credit by fuel surcharge");
        return new Percentage(Component.REBATE, off, of);
    }

    private void takesOffOnlyWhatIsCharged(Percentage step) {
        if (step.takesOff() && subsidised && step.of().contains(PercentOf.ENERGY)) {
            throw version.fault(step.component() + " of energy takes off (expected: of energy-after-subsidy, so that"
                    + " no more is taken off than is charged)");
        }
    }

    /** A credit that lowers what is taxed must lower something that is. */
    private Set<PercentOf> dutyOn(YamlValue on) {
        Set<PercentOf> of = PercentWords.read(on, Set.of(PercentOf.values()));
        boolean whole = !of.contains(PercentOf.SURCHARGE)
                || credit().map(credit -> of.containsAll(credit.of())).orElse(true);
        on.check(whole, "with all that the fuel surcharge is on");
        return of;
    }
}
