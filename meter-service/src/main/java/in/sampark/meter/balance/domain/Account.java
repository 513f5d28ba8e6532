package in.sampark.meter.balance.domain;

import in.sampark.meter.tariff.domain.MonthBehind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A connection's prepaid account: all that pricing and ladder need on the usual path.
 *
 * @param connectionId {@code <discom>:<account number>}
 * @param discom code of the company
 * @param version grows with every change
 * @param terms what the days are charged by that are not posted yet
 * @param posted what its ledger comes to
 * @param openWh watt-hours of days not yet posted; a day without energy may be absent
 * @param zeroFrom day with whose beginning its meter began at 0; null when nobody knows, for it was supplied before it was charged here
 * @param lastReading the latest register recorded; null before the first
 * @param lastRecharge the recharge paid last; null before the first
 * @param crossed rungs told of and not yet re-armed
 * @param recent what days cost of late
 * @param ownRungs those that its consumer asked for, beside the company's; not the account's to change
 * @param discards whether doubted readings of it were discarded; not the account's to change
 */
public record Account(
        String connectionId,
        String discom,
        long version,
        Terms terms,
        Posted posted,
        SortedMap<LocalDate, Long> openWh,
        @Nullable LocalDate zeroFrom,
        @Nullable Register lastReading,
        @Nullable LastRecharge lastRecharge,
        Set<Rung> crossed,
        Forecast recent,
        List<Rung> ownRungs,
        boolean discards) {

    public Account {
        openWh = Collections.unmodifiableSortedMap(new TreeMap<>(openWh));
        crossed = Set.copyOf(crossed);
        ownRungs = List.copyOf(ownRungs);
    }

    /** An account without a past: every rung armed, nothing owed. @param zeroFrom see {@link #zeroFrom} */
    public static Account opened(String connectionId, String discom, Terms terms, @Nullable LocalDate zeroFrom) {
        return new Account(
                connectionId,
                discom,
                0,
                terms,
                Posted.NOTHING,
                Collections.emptySortedMap(),
                zeroFrom,
                null,
                null,
                Set.of(),
                Forecast.NONE,
                List.of(),
                false);
    }

    /** The register the next reading in order counts from; null when that is the first one known, from which energy counts. */
    public @Nullable Register last() {
        return lastReading == null ? opening() : lastReading;
    }

    /** Whether a register is known that is of a later time. */
    public boolean knowsLaterThan(Instant time) {
        Register last = last();
        return last != null && last.at().isAfter(time);
    }

    /** The register every other one counts from; null when that is the first one known. */
    public @Nullable Register opening() {
        return zeroFrom == null ? null : new Register(Midnight.starting(zeroFrom), 0);
    }

    /** The next day to post; null when no further day will be. */
    public @Nullable LocalDate chargeDue() {
        LocalDate next = nextDay();
        return !terms.removed() && !terms.afterSupply(next) ? next : null;
    }

    /** The first day that is not posted. */
    LocalDate nextDay() {
        if (posted.through() != null) return posted.next();
        LocalDate first = terms.plan().modeFrom();
        return first.isBefore(terms.supplyFrom()) ? terms.supplyFrom() : first;
    }

    /** A day's month before that day, when it is the first one that is not posted. */
    MonthBehind monthBefore(LocalDate day) {
        return posted.monthBefore(day, terms.plan());
    }

    /** The last day of supply, or the last one charged of a connection that exists no longer; null while supplied. */
    @Nullable
    LocalDate suppliedThrough() {
        LocalDate charged = terms.removed() ? posted.through() : null;
        return charged == null || terms.afterSupply(charged) ? terms.supplyTo() : charged;
    }

    /** Whether somebody may be told at a time how little is left: not while another system sends bills. */
    boolean watched(Instant at) {
        return terms.on(Midnight.dayOf(at)).charged();
    }

    /** A time as the account sees it: never before its latest register, which has shown that time has passed. */
    Instant notBefore(Instant time) {
        return lastReading != null && lastReading.at().isAfter(time) ? lastReading.at() : time;
    }

    /** With other terms. Who is charged again has every rung armed. */
    public Account withTerms(Terms terms) {
        return withTerms(terms, posted, openWh, recent);
    }

    /** After the first day that was not posted is; the terms are those of the day behind it. */
    Account withPosted(Posted posted, SortedMap<LocalDate, Long> openWh, Forecast recent) {
        return withTerms(terms.from(posted.next()), posted, openWh, recent);
    }

    Account withTerms(Terms terms, Posted posted, SortedMap<LocalDate, Long> openWh, Forecast recent) {
        Set<Rung> silent = terms.charged() && !this.terms.charged() ? Set.of() : crossed;
        return with(version + 1, terms, posted, openWh, zeroFrom, lastReading, lastRecharge, silent, recent);
    }

    Account withReading(Register reading, Posted posted, SortedMap<LocalDate, Long> openWh, Forecast recent) {
        Register latest = lastReading == null || !reading.at().isBefore(lastReading.at()) ? reading : lastReading;
        return with(version + 1, terms, posted, openWh, zeroFrom, latest, lastRecharge, crossed, recent);
    }

    Account withMoney(Posted posted, @Nullable LastRecharge last) {
        return with(version + 1, terms, posted, openWh, zeroFrom, lastReading, last, crossed, recent);
    }

    /**
     * With supply that begins as it does after all. Where a register is known, what the first one counts from is settled with its energy, where
     * {@link #opensOtherwise}.
     */
    public Account supplied(Timeline timeline) {
        return lastReading == null ? countingFrom(zeroFrom(timeline)) : this;
    }

    /** Whether a register is known that may count from 0 though it should not, or not from where it should. */
    boolean opensOtherwise(Timeline timeline) {
        return lastReading != null && !Objects.equals(zeroFrom, opening(timeline).zeroFrom);
    }

    /**
     * With registers that count from 0 if supply is charged here from its first day, and from the first one known if not. Where supply begins later, they
     * count on from where they did: no 0 comes among them.
     */
    public Account opening(Timeline timeline) {
        LocalDate from = zeroFrom(timeline);
        return zeroFrom != null && from != null && from.isAfter(zeroFrom) ? this : countingFrom(from);
    }

    private static @Nullable LocalDate zeroFrom(Timeline timeline) {
        return timeline.chargedFromTheFirst() ? timeline.supplyFrom() : null;
    }

    private Account countingFrom(@Nullable LocalDate day) {
        return with(version, terms, posted, openWh, day, lastReading, lastRecharge, crossed, recent);
    }

    Account armedAtNothing() {
        if (crossed.stream().noneMatch(Rung::atNothing)) return this;
        return withCrossed(crossed.stream().filter(rung -> !rung.atNothing()).collect(Collectors.toUnmodifiableSet()));
    }

    Account withCrossed(Set<Rung> crossed) {
        return with(version, terms, posted, openWh, zeroFrom, lastReading, lastRecharge, crossed, recent);
    }

    private Account with(
            long version,
            Terms terms,
            Posted posted,
            SortedMap<LocalDate, Long> openWh,
            @Nullable LocalDate zeroFrom,
            @Nullable Register lastReading,
            @Nullable LastRecharge lastRecharge,
            Set<Rung> crossed,
            Forecast recent) {
        return new Account(
                connectionId,
                discom,
                version,
                terms,
                posted,
                openWh,
                zeroFrom,
                lastReading,
                lastRecharge,
                crossed,
                recent,
                ownRungs,
                discards);
    }
}
