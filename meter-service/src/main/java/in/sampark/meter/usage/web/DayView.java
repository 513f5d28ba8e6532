package in.sampark.meter.usage.web;

import in.sampark.meter.tariff.domain.Charge;
import in.sampark.meter.usage.domain.DayUsage;
import java.time.LocalDate;

/**
 * A posted day. Energy in watt-hours, money in paise.
 *
 * @param wh energy used
 * @param paise deducted, the sum of what follows
 * @param energyPaise for energy
 * @param subsidyPaise zero or less
 * @param fixedPaise fixed charge
 * @param surchargePaise fuel surcharge; below zero for a credit
 * @param rebatePaise zero or less
 * @param minimumPaise to reach the minimum charge
 * @param dutyPaise electricity duty
 */
record DayView(
        LocalDate day,
        long wh,
        long paise,
        long energyPaise,
        long subsidyPaise,
        long fixedPaise,
        long surchargePaise,
        long rebatePaise,
        long minimumPaise,
        long dutyPaise) {

    static DayView of(DayUsage usage) {
        Charge charge = usage.charge();
        return new DayView(
                usage.day(),
                usage.wh(),
                charge.totalPaise(),
                charge.energyPaise(),
                charge.subsidyPaise(),
                charge.fixedPaise(),
                charge.surchargePaise(),
                charge.rebatePaise(),
                charge.minimumPaise(),
                charge.dutyPaise());
    }
}
