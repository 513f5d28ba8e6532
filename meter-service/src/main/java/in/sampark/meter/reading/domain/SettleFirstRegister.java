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
import java.util.Objects;
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
     * have counted so much, for then such a register would have been doubted.
     *
     * @param terms that {@link NewTerms#changesOpening change} it, of the account as it is under them
     * @param days posted days of the register's month on; none if its day is not posted
     * @param earliest first day of those posted days that are settled anew
     */
    public Optional<Change> under(NewTerms terms, Reading first, PostedDays days, LocalDate earliest, Instant now) {
        Account account = terms.account();
        LocalDate day = Midnight.dayClosedBy(first.at());
        if (account.posted().includes(day) && day.isBefore(earliest)) return Optional.empty();
        Account after = account.opening(terms.timeline());
        boolean begins = account.opening() == null;
        Neighbours pair = sinceZero(begins ? after : account, first);
        if (begins && !isBelieved(pair)) return Optional.empty();
        long wh = begins ? pair.energyWh() : -pair.energyWh();
        String cause = terms.cause() + ", first register";
        return Optional.of(books.use(
                after, first.register(), List.of(new UsageShift(day, wh)), days, cause, terms.causedBy(), now));
    }

    private Neighbours sinceZero(Account account, Reading first) {
        Register zero = Objects.requireNonNull(account.opening(), "opening: none (expected: before or after)");
        long loadW = account.terms().largestLoadW();
        return new Neighbours(Reading.measured(zero), first, true, limits.of(account.discom()), loadW);
    }

    private static boolean isBelieved(Neighbours pair) {
        return pair.earlier().at().isBefore(pair.later().at())
                && Discord.ALL.stream().allMatch(rule -> rule.between(pair).isEmpty());
    }
}
