package in.sampark.meter.reading.domain;

import in.sampark.meter.balance.domain.Account;
import in.sampark.meter.balance.domain.Change;
import in.sampark.meter.balance.domain.PostedDays;
import java.util.Set;

/**
 * One connection while its readings are decided one after the other.
 *
 * @param account its account
 * @param registers those around the readings
 * @param days posted days the readings may reach back into
 * @param discarded readings that somebody knows to be wrong
 */
public record Metered(Account account, Registers registers, PostedDays days, Set<Reading> discarded) {

    /** With the posted days that its readings may reach back into. */
    public Metered with(PostedDays days) {
        return new Metered(account, registers, days, discarded);
    }

    Metered after(Reading reading, Change change) {
        return new Metered(change.account(), registers.with(reading), days.after(change), discarded);
    }
}
