package in.sampark.notification.plan.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** How often balances are told. */
public enum Period {
    DAILY,
    MONTHLY;

    /** A month that ended longer ago is not told any more: the balance is another one by now. */
    private static final int DAYS_AFTER_A_MONTH = 3;

    /** The last day of the period that is to be told once days are posted through this one; empty when none is. */
    public Optional<LocalDate> ended(LocalDate postedThrough) {
        return switch (this) {
            case DAILY -> Optional.of(postedThrough);
            case MONTHLY -> {
                LocalDate end =
                        YearMonth.from(postedThrough.plusDays(1)).minusMonths(1).atEndOfMonth();
                yield end.plusDays(DAYS_AFTER_A_MONTH).isBefore(postedThrough) ? Optional.empty() : Optional.of(end);
            }
        };
    }
}
