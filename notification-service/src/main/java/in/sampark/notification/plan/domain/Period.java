package in.sampark.notification.plan.domain;

import java.time.LocalDate;
import java.time.YearMonth;

/** How often balances are told. */
public enum Period {
    DAILY,
    MONTHLY;

    /** A month that ended longer ago is old news to who was not told of one before. */
    private static final int DAYS_AFTER_A_MONTH = 3;

    /** The last day of the last period that is over once days are posted through this one. */
    public LocalDate ended(LocalDate postedThrough) {
        return switch (this) {
            case DAILY -> postedThrough;
            case MONTHLY ->
                YearMonth.from(postedThrough.plusDays(1)).minusMonths(1).atEndOfMonth();
        };
    }

    /** Whether days are posted through this one long after a period's last, as when a meter was not heard of. */
    public boolean late(LocalDate ended, LocalDate postedThrough) {
        return ended.plusDays(DAYS_AFTER_A_MONTH).isBefore(postedThrough);
    }
}
