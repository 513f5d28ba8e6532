package in.sampark.meter.recharge.domain;

import in.sampark.meter.balance.domain.Account;
import in.sampark.meter.balance.domain.Bookkeeping;
import in.sampark.meter.balance.domain.Change;
import in.sampark.meter.balance.domain.Fact;
import in.sampark.meter.balance.domain.Fact.RechargeWasCredited;
import in.sampark.meter.balance.domain.LedgerEntry;
import in.sampark.meter.balance.domain.Midnight;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What of each payment goes to arrears, by the order in which payments were made and taken back and arrears were booked, whatever the order in which
 * that became known. In that order, what is decided with each payment is right already, and stays whatever the bands become; else it is put right
 * from the first thing on that came out of it.
 */
public final class SplitPayments {

    /**
     * What is put right.
     *
     * @param changes of the account, one a payment that stands, each on what the one before it leaves
     * @param known payments split otherwise from now on, those taken back too
     */
    public record Anew(List<Change> changes, List<Known> known) {

        public static final Anew NOTHING = new Anew(List.of(), List.of());

        /**
         * These changes behind the one that made them necessary, which tells of its payments as they are split by them: each with the balance right after
         * it, to which what is put right of a later one has not come yet.
         */
        public Change after(Change first) {
            Change whole = changes.stream().reduce(first, Change::then);
            long more = Math.subtractExact(whole.availablePaise(), first.availablePaise());
            List<Fact> told = new ArrayList<>(whole.facts());
            for (int n = told.size() - 1; n >= 0; n--) {
                if (!(told.get(n) instanceof RechargeWasCredited credited)) continue;
                Optional<Known> anew = anew(credited);
                long part = anew.map(Known::arrearsPaise).orElse(credited.arrearsPaise());
                told.set(n, credited.split(part, more, whole.account().recent()));
                if (anew.filter(Known::stands).isPresent()) more -= credited.arrearsPaise() - part;
            }
            return whole.telling(told);
        }

        private Optional<Known> anew(RechargeWasCredited credited) {
            String transaction = credited.recharge().id();
            return known.stream()
                    .filter(one -> one.payment().id().transaction().equals(transaction))
                    .findFirst();
        }
    }

    /** Something that happened: at the same time, arrears are booked before payments are made, and those before one is taken back. */
    private record Step(Instant at, int rank, String transaction, long paise) {

        static final int OWED = 0;
        static final int PAID = 1;
        static final int TAKEN_BACK = 2;
        static final Comparator<Step> IN_ORDER =
                Comparator.comparing(Step::at).thenComparing(Step::rank).thenComparing(Step::transaction);
    }

    private final Bookkeeping books;
    private final Arrears arrears;

    public SplitPayments(Bookkeeping books, Arrears arrears) {
        this.books = books;
        this.arrears = arrears;
    }

    /**
     * Puts right what of payments made since the news is not split as it is to be.
     *
     * @param owed all arrears booked for the account's connection
     * @param payments all that were credited to it
     * @param news what became known and happened first
     * @param now when they are dated
     */
    public Anew anew(Account account, Collection<Owed> owed, Collection<Known> payments, News news, Instant now) {
        Map<String, Long> parts = parts(account.discom(), owed, payments, news.at());
        List<Change> changes = new ArrayList<>();
        List<Known> split = new ArrayList<>();
        Account latest = account;
        for (Known known : payments) {
            long part = parts.getOrDefault(known.payment().id().transaction(), 0L);
            if (part == known.arrearsPaise()) continue;
            split.add(known.split(part));
            if (!known.stands()) continue;
            changes.add(books.book(latest, entry(known, part, news.cause(), now), null));
            latest = changes.getLast().account();
        }
        return new Anew(changes, split);
    }

    /** {@link Anew#after}; what a recharge and its split lift the balance above in the end is armed, as if it had been split so at once. */
    public Change with(Change first, Anew anew) {
        Change whole = anew.after(first);
        return whole.facts().stream().anyMatch(RechargeWasCredited.class::isInstance) ? books.rearmed(whole) : whole;
    }

    /** By transaction. */
    private Map<String, Long> parts(String discom, Collection<Owed> owed, Collection<Known> payments, Instant since) {
        Map<String, Long> parts = new HashMap<>();
        payments.forEach(known -> parts.put(known.payment().id().transaction(), known.arrearsPaise()));
        long due = 0;
        for (Step step : steps(owed, payments)) {
            switch (step.rank()) {
                case Step.OWED -> due = Math.addExact(due, step.paise());
                case Step.PAID -> {
                    if (!step.at().isBefore(since))
                        parts.put(step.transaction(), arrears.part(discom, step.paise(), due));
                    due -= parts.getOrDefault(step.transaction(), 0L);
                }
                default -> due = Math.addExact(due, parts.getOrDefault(step.transaction(), 0L));
            }
        }
        return parts;
    }

    private static List<Step> steps(Collection<Owed> owed, Collection<Known> payments) {
        List<Step> steps = new ArrayList<>();
        owed.forEach(of -> steps.add(new Step(of.at(), Step.OWED, "", of.paise())));
        for (Known known : payments) {
            Payment payment = known.payment();
            String transaction = payment.id().transaction();
            steps.add(new Step(payment.paidAt(), Step.PAID, transaction, payment.paise()));
            Instant back = known.reversedAt();
            if (back == null) continue;
            Instant at = back.isBefore(payment.paidAt()) ? payment.paidAt() : back;
            steps.add(new Step(at, Step.TAKEN_BACK, transaction, payment.paise()));
        }
        steps.sort(Step.IN_ORDER);
        return steps;
    }

    private static LedgerEntry entry(Known known, long part, String cause, Instant now) {
        Payment payment = known.payment();
        return LedgerEntry.ofMoney(
                LedgerEntry.Kind.SPLIT,
                payment.connectionId(),
                Midnight.dayOf(payment.paidAt()),
                payment.id().transaction() + " after " + cause,
                now,
                0,
                0,
                Math.subtractExact(known.arrearsPaise(), part));
    }
}
