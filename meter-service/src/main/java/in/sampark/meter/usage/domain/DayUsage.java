package in.sampark.meter.usage.domain;

import in.sampark.meter.tariff.domain.Charge;
import java.time.LocalDate;

/**
 * What a local day used and cost, as its ledger has it: the charge of the day and everything that adjusted it since.
 *
 * @param wh energy in watt-hours
 * @param charge what was deducted for it; nothing of a postpaid day
 */
public record DayUsage(LocalDate day, long wh, Charge charge) {}
