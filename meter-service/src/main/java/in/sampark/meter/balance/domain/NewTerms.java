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

    /** As declared of an account. @param declarations at least one, in order */
    public static NewTerms declared(Account account, Timeline before, List<Declaration> declarations) {
        Timeline after = before;
        for (Declaration declaration : declarations) {
            after = declaration.after(account, after);
        }
        Declaration last = declarations.getLast();
        LocalDate next = account.posted().through() == null ? after.first() : account.nextDay();
        LocalDate end = endChanges(account.terms().supplyTo(), last.supplyTo());
        return new NewTerms(
                account,
                after,
                after.terms(next, last.supplyFrom(), last.supplyTo()),
                earlier(before.differsFrom(after).orElse(LocalDate.MAX), end),
                last.cause(),
                last.causedBy());
    }

    /** With nothing charged before a day; empty when nothing was. */
    public static Optional<NewTerms> carriedOver(
            Account account, Timeline before, LocalDate until, String cause, @Nullable String causedBy) {
        Timeline after = before.carriedOverUntil(until);
        LocalDate next = account.posted().through() == null ? after.first() : account.nextDay();
        Terms terms = account.terms();
        return before.differsFrom(after)
                .map(from -> new NewTerms(
                        account,
                        after,
                        after.terms(next, terms.supplyFrom(), terms.supplyTo()),
                        from,
                        cause,
                        causedBy));
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
