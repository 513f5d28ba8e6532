package in.sampark.meter.balance.domain;

import java.time.LocalDate;
import java.util.List;
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
 * @param untaken why the beginning of supply stays as it was; null when it does not
 */
public record NewTerms(
        Account account,
        Timeline timeline,
        Terms terms,
        LocalDate changesFrom,
        String cause,
        @Nullable String causedBy,
        @Nullable String untaken) {

    /**
     * As declared of an account; empty when that is no news. A beginning of supply that lies too far back holds up nothing else: all other terms
     * are taken, and their account keeps the beginning it has.
     *
     * @param declarations at least one, in order
     * @param earliest first day of those days that are charged here however early supply began
     */
    public static Optional<NewTerms> declared(
            Account account, Timeline before, List<Declaration> declarations, LocalDate earliest) {
        NewTerms all = after(account, before, declarations, earliest);
        Optional<String> tooFarBack = all.tooFarBack(earliest);
        if (tooFarBack.isEmpty()) return all.ifNews(before);
        List<Declaration> keeping =
                declarations.stream().map(Declaration::keepingBeginning).toList();
        return after(account, before, keeping, earliest)
                .ifNews(before)
                .filter(terms -> terms.tooFarBack(earliest).isEmpty())
                .map(terms -> terms.without(tooFarBack.get()))
                .or(() -> Optional.of(all));
    }

    private static NewTerms after(
            Account account, Timeline before, List<Declaration> declarations, LocalDate earliest) {
        Timeline after = before;
        LocalDate ended = account.suppliedThrough();
        for (Declaration declaration : declarations) {
            after = declaration.after(after, ended, earliest);
            ended = declaration.supplyTo();
        }
        Declaration last = declarations.getLast();
        return of(account, before, after, last.supplyTo(), last.cause(), last.causedBy());
    }

    private Optional<NewTerms> ifNews(Timeline before) {
        return terms.equals(account.terms()) && timeline.equals(before) ? Optional.empty() : Optional.of(this);
    }

    private NewTerms without(String beginning) {
        return new NewTerms(account, timeline, terms, changesFrom, cause, causedBy, beginning);
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
        LocalDate differs = before.endedAfter(account.terms().supplyTo())
                .differsFrom(after.endedAfter(supplyTo))
                .orElse(LocalDate.MAX);
        LocalDate changesFrom = differs.isBefore(begins) ? differs : begins;
        return new NewTerms(account, after, after.terms(next, supplyTo), changesFrom, cause, causedBy, null);
    }

    /** The same for the account as it has become since. */
    public NewTerms of(Account account) {
        return new NewTerms(account, timeline, terms, changesFrom, cause, causedBy, untaken);
    }

    public String connectionId() {
        return account.connectionId();
    }

    /** Whether a day is to be settled anew. */
    public boolean changesPostedDays() {
        return account.posted().includes(changesFrom);
    }

    /** Whether the first register known may have to count from elsewhere. */
    public boolean changesOpening() {
        return account.opensOtherwise(timeline);
    }

    /** Why posted days are not settled anew; empty when they are, or there are none. */
    public Optional<String> tooFarBack(LocalDate earliest) {
        return changesPostedDays() && changesFrom.isBefore(earliest)
                ? Optional.of(
                        "terms from: " + changesFrom + ", a day posted before (expected: at least " + earliest + ")")
                : Optional.empty();
    }
}
