package in.sampark.meter.balance.domain;

import java.util.List;
import java.util.stream.Stream;

/**
 * What became of an account, and all that must be written with it. Whoever follows the balances that are told sees a debt end where something is left:
 * there the rung at nothing is armed, so that the next debt is told of.
 *
 * @param account its new state
 * @param entries to add to the ledger, in order
 * @param facts to announce, in order
 * @param availablePaise its available balance now
 */
public record Change(Account account, List<LedgerEntry> entries, List<Fact> facts, long availablePaise) {

    public Change {
        entries = List.copyOf(entries);
        facts = List.copyOf(facts);
        if (availablePaise > 0 && tells(entries, facts)) account = account.armedAtNothing();
    }

    /** Whether the balance is told anew: posted, recharged, adjusted or a rung crossed, but not for a mere reading. */
    public boolean tellsBalance() {
        return tells(entries, facts);
    }

    private static boolean tells(List<LedgerEntry> entries, List<Fact> facts) {
        return !entries.isEmpty() || !facts.isEmpty();
    }

    /** Whether a reading's change is in the days not yet posted alone: it touched no posted day and crossed no rung. */
    public boolean onlyUse() {
        return !tellsBalance();
    }

    /** This change and the one made after it, as one. */
    public Change then(Change next) {
        return new Change(next.account, joined(entries, next.entries), joined(facts, next.facts), next.availablePaise);
    }

    /** This change, told otherwise. */
    public Change telling(List<Fact> others) {
        return new Change(account, entries, others, availablePaise);
    }

    /** This change and one more fact worth telling. */
    Change and(Fact fact) {
        return new Change(account, entries, joined(facts, List.of(fact)), availablePaise);
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
