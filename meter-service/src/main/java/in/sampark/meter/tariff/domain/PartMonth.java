package in.sampark.meter.tariff.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What becomes of the ends of slabs in a month in which supply begins after the 1st. A month in which it ends keeps them whole. */
public enum PartMonth {
    /** They stay. */
    WHOLE {
        @Override
        long wh(long ofMonth, MonthToDate month) {
            return ofMonth;
        }
    },
    /** They shrink to the share of the days with supply, to the nearest watt-hour. */
    BY_DAYS {
        @Override
        long wh(long ofMonth, MonthToDate month) {
            if (ofMonth == Slab.NO_END || month.daysOfSupply() == month.daysOfMonth()) return ofMonth;
            return BigDecimal.valueOf(ofMonth)
                    .multiply(BigDecimal.valueOf(month.daysOfSupply()))
                    .divide(BigDecimal.valueOf(month.daysOfMonth()), 0, RoundingMode.HALF_UP)
                    .longValueExact();
        }
    };

    abstract long wh(long ofMonth, MonthToDate month);
}
