package in.sampark.meter.balance.domain;

import in.sampark.meter.tariff.domain.MonthBehind;
import java.util.List;

/**
 * What late news makes of posted days.
 *
 * @param entries that bring each day to what it costs
 * @param month what the month of the last posted day comes to
 */
record Adjusted(List<LedgerEntry> entries, MonthBehind month) {}
