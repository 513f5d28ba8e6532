package in.sampark.meter.balance.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Other terms for an account.
 *
 * @param account as it was
 * @param timeline what it was, is and will be charged by after all
 * @param terms the same as far as days are concerned that are not posted yet
 * @param changesFrom first day that may be charged otherwise than so far
 * @param cause what tells the adjustments it leads to from all others of their days
 * @param causedBy event that led to it
 */
public record NewTerms(
        Account account,
        Timeline timeline,
        Terms terms,
        LocalDate changesFrom,
        String cause,
        @Nullable String causedBy) {

    /**
     * As declared of an account; empty when that is no news.
     *
     * @param declarations at least one, in order
     * @param earliest first day of those days that are charged here however early supply began
     */
    public static Optional<NewTerms> declared(
            Account account, Timeline before, List<Declaration> declarations, LocalDate earliest) {
        Timeline after = before;
        for (Declaration declaration : declarations) {
            after = declaration.after(after, earliest);
        }
        Declaration last = declarations.getLast();
        NewTerms terms = of(account, before, after, last.supplyTo(), last.cause(), last.causedBy());
        return terms.terms.equals(account.terms()) && after.equals(before) ? Optional.empty() : Optional.of(terms);
    }

    /** With an opening balance: nothing is charged before its day. */
    public static NewTerms opened(
            Account account, Timeline before, LocalDate day, String cause, @Nullable String causedBy) {
        return of(account, before, before.opened(day), account.terms().supplyTo(), cause, causedBy);
    }

    private static NewTerms of(
            Account account,
            Timeline before,
            Timeline after,
            @Nullable LocalDate supplyTo,
            String cause,
            @Nullable String causedBy) {
        LocalDate next = account.posted().through() == null ? after.first() : account.nextDay();
        LocalDate begins = after.first().isBefore(before.first()) ? after.first() : LocalDate.MAX;
        LocalDate ends = endChanges(account.terms().supplyTo(), supplyTo);
        LocalDate changesFrom = earlier(before.differsFrom(after).orElse(LocalDate.MAX), earlier(begins, ends));
        return new NewTerms(account, after, after.terms(next, supplyTo), changesFrom, cause, causedBy);
    }

    /** The first day that another end of supply charges or charges no more. */
    private static LocalDate endChanges(@Nullable LocalDate before, @Nullable LocalDate after) {
        return Objects.equals(before, after) ? LocalDate.MAX : earlier(dayAfter(before), dayAfter(after));
    }

    private static LocalDate dayAfter(@Nullable LocalDate end) {
        return end == null ? LocalDate.MAX : end.plusDays(1);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /** The same for the account as it has become since. */
    public NewTerms of(Account account) {
        return new NewTerms(account, timeline, terms, changesFrom, cause, causedBy);
    }

    public String connectionId() {
        return account.connectionId();
    }

    /** Whether a day is to be settled anew. */
    public boolean changesPostedDays() {
        return account.posted().includes(changesFrom);
    }

    /** Why posted days are not settled anew; empty when they are, or there are none. */
    public Optional<String> tooFarBack(LocalDate earliest) {
        return changesPostedDays() && changesFrom.isBefore(earliest)
                ? Optional.of(
                        "terms from: " + changesFrom + ", a day posted before (expected: at least " + earliest + ")")
                : Optional.empty();
    }
}
