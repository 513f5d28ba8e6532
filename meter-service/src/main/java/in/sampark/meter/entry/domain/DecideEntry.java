package in.sampark.meter.entry.domain;

import in.sampark.meter.balance.domain.Account;
import in.sampark.meter.balance.domain.Bookkeeping;
import in.sampark.meter.balance.domain.Change;
import in.sampark.meter.balance.domain.Midnight;
import in.sampark.meter.balance.domain.NewTerms;
import in.sampark.meter.balance.domain.Timeline;
import in.sampark.meter.entry.domain.Booking.Booked;
import in.sampark.meter.entry.domain.Booking.Duplicate;
import in.sampark.meter.entry.domain.Booking.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides about an entry: duplicate, refused or booked. */
public final class DecideEntry {

    private final Bookkeeping books;
    private final Duration settleBack;
    private final Duration tolerance;
    private final long mostPaise;

    /**
     * @param settleBack how far back days already posted may be settled anew
     * @param tolerance how far the clock of who books may be ahead
     * @param mostPaise largest amount that is believed, in paise
     */
    public DecideEntry(Bookkeeping books, Duration settleBack, Duration tolerance, long mostPaise) {
        this.books = books;
        this.settleBack = settleBack;
        this.tolerance = tolerance;
        this.mostPaise = mostPaise;
    }

    /**
     * @param account whose; null when not known
     * @param timeline what it is charged by
     * @param before what was booked under the same id; null when nothing was
     * @param opening the connection's opening balance; null when there is none yet
     * @param causedBy the entry's event
     */
    public Booking decide(
            BookEntry entry,
            @Nullable Account account,
            @Nullable Timeline timeline,
            @Nullable BookEntry before,
            @Nullable BookEntry opening,
            @Nullable String causedBy,
            Instant now) {
        if (before != null) return again(entry, before);
        if (account == null || account.terms().removed())
            return refused("connectionId", entry.connectionId(), "a known connection");
        return doubt(entry, account, now).<Booking>map(reason -> reason).orElseGet(() -> switch (entry.kind()) {
            case OPENING_BALANCE -> open(entry, account, timeline, opening, causedBy, now);
            case ADJUSTMENT, ARREARS -> new Booked(books.book(account, entry.line(), causedBy), Optional.empty());
            case UNKNOWN -> refused("kind", entry.kind(), "OPENING_BALANCE, ADJUSTMENT or ARREARS");
        });
    }

    private Booking open(
            BookEntry entry,
            Account account,
            @Nullable Timeline timeline,
            @Nullable BookEntry opening,
            @Nullable String causedBy,
            Instant now) {
        if (opening != null)
            return refused(
                    "kind", entry.kind(), "one a connection; " + opening.id().entry() + " is booked");
        Timeline known = timeline == null ? Timeline.of(account.terms()) : timeline;
        String cause = "opening " + entry.id().entry();
        NewTerms terms = NewTerms.opened(account, known, entry.day(), cause, causedBy);
        Optional<String> tooFarBack = terms.tooFarBack(Midnight.dayClosedBy(now.minus(settleBack)));
        if (tooFarBack.isPresent()) return new Refused(tooFarBack.get());
        Change change = books.book(account, entry.line(), causedBy);
        return new Booked(change, Optional.of(terms.of(change.account())));
    }

    private Optional<Refused> doubt(BookEntry entry, Account account, Instant now) {
        LocalDate today = Midnight.dayOf(now);
        if (!account.discom().equals(entry.id().discom()))
            return Optional.of(refused("discom", entry.id().discom(), account.discom()));
        if (entry.paise() == 0) return Optional.of(refused("amountPaise", 0, "not 0"));
        if (entry.paise() > mostPaise || entry.paise() < -mostPaise)
            return Optional.of(refused("amountPaise", entry.paise(), "-" + mostPaise + " to " + mostPaise));
        if (entry.day().isAfter(today)) return Optional.of(refused("day", entry.day(), "at most " + today));
        Instant latest = now.plus(tolerance);
        if (entry.bookedAt().isAfter(latest))
            return Optional.of(refused("occurredAt", entry.bookedAt(), "at most " + latest));
        if (entry.reason().isBlank() || entry.reason().length() > 200)
            return Optional.of(refused("reason", entry.reason().length() + " characters", "1 to 200"));
        return Optional.empty();
    }

    private static Booking again(BookEntry entry, BookEntry before) {
        return entry.matches(before)
                ? new Duplicate()
                : refused("entryId", entry.id().entry() + ", " + said(entry), "as booked before, " + said(before));
    }

    private static String said(BookEntry entry) {
        return entry.kind() + " of " + entry.paise() + " paise on " + entry.day() + " for " + entry.connectionId();
    }

    private static Refused refused(String field, Object value, String expected) {
        return new Refused(field + ": " + value + " (expected: " + expected + ")");
    }
}
