package in.sampark.meter.balance.domain;

import java.time.LocalDate;

/**
 * Energy a day gains or loses by a reading.
 *
 * @param day local day
 * @param wh watt-hours; negative when lost to an earlier day
 */
public record UsageShift(LocalDate day, long wh) {}
