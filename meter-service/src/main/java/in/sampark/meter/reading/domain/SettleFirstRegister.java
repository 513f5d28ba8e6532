package in.sampark.meter.reading.domain;

import in.sampark.meter.balance.domain.Account;
import in.sampark.meter.balance.domain.Bookkeeping;
import in.sampark.meter.balance.domain.Change;
import in.sampark.meter.balance.domain.Midnight;
import in.sampark.meter.balance.domain.NewTerms;
import in.sampark.meter.balance.domain.PostedDays;
import in.sampark.meter.balance.domain.Register;
import in.sampark.meter.balance.domain.UsageShift;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Settles what the first register known counts from, when terms turn out to be others: from 0 if supply is charged here from its first day, as the terms
 * say now, and from itself if not. So it makes no difference whether the terms or the register are heard of first.
 */
public final class SettleFirstRegister {

    private final Bookkeeping books;
    private final LimitsByDiscom limits;

    /** @param limits of what is believed to have been counted since supply began */
    public SettleFirstRegister(Bookkeeping books, LimitsByDiscom limits) {
        this.books = books;
        this.limits = limits;
    }

    /**
     * What becomes of the account: the register's energy comes to its day, or goes. Nothing if that day was posted too long ago, or if the meter cannot
     * have counted so much, for then such a register would have been doubted; nor if there are registers from before supply began.
     *
     * @param terms that {@link NewTerms#changesOpening change} it, of the account as it is under them
     * @param days posted days of the register's month on; none if its day is not posted
     * @param earliest first day of those posted days that are settled anew
     */
    public Optional<Change> under(NewTerms terms, Reading first, PostedDays days, LocalDate earliest, Instant now) {
        Account account = terms.account();
        Account after = account.opening(terms.timeline());
        Register zero = after.opening();
        if (zero != null && first.at().isBefore(zero.at())) return Optional.empty();
        LocalDate day = Midnight.dayClosedBy(first.at());
        long wh = sinceZeroWh(after, first) - sinceZeroWh(account, first);
        boolean settled = account.posted().includes(day) && day.isBefore(earliest);
        if (wh != 0 && settled || wh > 0 && !isBelieved(after, first)) return Optional.empty();
        List<UsageShift> shifts = wh == 0 ? List.of() : List.of(new UsageShift(day, wh));
        String cause = terms.cause() + ", first register";
        return Optional.of(books.use(after, first.register(), shifts, days, cause, terms.causedBy(), now));
    }

    /** None ends in a register that stands where its meter would have begun at 0: it says what the meter counts from. */
    private long sinceZeroWh(Account account, Reading first) {
        return sinceZero(account, first).map(Neighbours::energyWh).orElse(0L);
    }

    private boolean isBelieved(Account account, Reading first) {
        return sinceZero(account, first).stream()
                .noneMatch(pair ->
                        Discord.ALL.stream().anyMatch(rule -> rule.between(pair).isPresent()));
    }

    private Optional<Neighbours> sinceZero(Account account, Reading first) {
        long loadW = account.terms().largestLoadW();
        return Optional.ofNullable(account.opening())
                .filter(zero -> zero.at().isBefore(first.at()))
                .map(zero -> new Neighbours(Reading.presumed(zero), first, true, limits.of(account.discom()), loadW));
    }
}
