package in.sampark.meter.recharge.domain;

import in.sampark.meter.balance.domain.Account;
import in.sampark.meter.balance.domain.Bookkeeping;
import in.sampark.meter.balance.domain.LedgerEntry;
import in.sampark.meter.balance.domain.Midnight;
import in.sampark.meter.recharge.domain.Receipt.Booked;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What of each payment goes to arrears, by the order in which payments were made and taken back and arrears were booked, whatever the order in which
 * that became known. In that order, what is decided with each payment is right already; else it is put right.
 */
public final class SplitPayments {

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
     * Puts right what is not split as it is to be: one entry a payment that stands, each on the account that the one before it leaves.
     *
     * @param owed all arrears booked for the account's connection
     * @param payments all that were credited to it
     * @param cause what became known: tells the entries it leads to from all others of their payments
     * @param now when they are dated
     */
    public List<Booked> anew(
            Account account, Collection<Owed> owed, Collection<Known> payments, String cause, Instant now) {
        Map<String, Long> parts = parts(account.discom(), owed, payments);
        List<Booked> booked = new ArrayList<>();
        Account latest = account;
        for (Known known : payments) {
            long part = parts.getOrDefault(known.payment().id().transaction(), 0L);
            if (!known.stands() || part == known.arrearsPaise()) continue;
            LedgerEntry entry = entry(known, part, cause, now);
            booked.add(new Booked(books.book(latest, entry, null), known.split(part)));
            latest = booked.getLast().change().account();
        }
        return booked;
    }

    /** By transaction. */
    private Map<String, Long> parts(String discom, Collection<Owed> owed, Collection<Known> payments) {
        Map<String, Long> parts = new HashMap<>();
        long due = 0;
        for (Step step : steps(owed, payments)) {
            switch (step.rank()) {
                case Step.OWED -> due = Math.addExact(due, step.paise());
                case Step.PAID -> {
                    long part = arrears.part(discom, step.paise(), due);
                    parts.put(step.transaction(), part);
                    due -= part;
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
