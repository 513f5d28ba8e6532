package in.sampark.simulator.feed.domain;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a meter measured in one local day.
 *
 * @param kwh energy in kWh, exactly as the source writes it
 */
public record DailyEnergy(String meter, LocalDate day, BigDecimal kwh) {}
