package in.sampark.meter.entry;

import in.sampark.contract.utility.AccountEntry;
import in.sampark.meter.balance.domain.Account;
import in.sampark.meter.balance.domain.Change;
import in.sampark.meter.balance.domain.NewTerms;
import in.sampark.meter.balance.domain.Timeline;
import in.sampark.meter.entry.domain.BookEntry;
import in.sampark.meter.entry.domain.Booking;
import in.sampark.meter.entry.domain.DecideEntry;
import in.sampark.meter.recharge.domain.News;
import in.sampark.platform.messaging.Received;
import in.sampark.platform.messaging.Rejected;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A batch of entries, decided one after the other, each seeing what those before it changed. */
final class DecidedEntries {

    private final Map<String, Account> accounts;
    private final Map<String, Timeline> timelines;
    private final Map<BookEntry.Id, BookEntry> known = new HashMap<>();
    private final Map<String, BookEntry> openings = new HashMap<>();
    private final Map<String, Change> changes = new LinkedHashMap<>();
    private final Map<String, NewTerms> terms = new LinkedHashMap<>();
    private final List<BookEntry> booked = new ArrayList<>();
    private final List<Rejected<AccountEntry>> rejected = new ArrayList<>();

    DecidedEntries(Map<String, Account> accounts, Map<String, Timeline> timelines, List<BookEntry> known) {
        this.accounts = new HashMap<>(accounts);
        this.timelines = timelines;
        known.forEach(this::note);
    }

    DecidedEntries of(List<Received<AccountEntry>> batch, DecideEntry decide, Instant now) {
        batch.forEach(received -> take(received, decide, now));
        return this;
    }

    private void take(Received<AccountEntry> received, DecideEntry decide, Instant now) {
        BookEntry entry = EntryRecords.entry(received.value());
        String connectionId = entry.connectionId();
        Booking booking = decide.decide(
                entry,
                accounts.get(connectionId),
                timelines.get(connectionId),
                known.get(entry.id()),
                openings.get(connectionId),
                received.value().getEventId(),
                now);
        switch (booking) {
            case Booking.Booked of -> book(entry, of);
            case Booking.Duplicate _ -> {}
            case Booking.Refused refused -> rejected.add(new Rejected<>(received, refused.reason()));
        }
    }

    private void book(BookEntry entry, Booking.Booked of) {
        accounts.put(entry.connectionId(), of.change().account());
        changes.merge(entry.connectionId(), of.change(), Change::then);
        of.terms().ifPresent(terms -> this.terms.put(entry.connectionId(), terms));
        booked.add(entry);
        note(entry);
    }

    private void note(BookEntry entry) {
        known.put(entry.id(), entry);
        if (entry.kind() == BookEntry.Kind.OPENING_BALANCE) openings.put(entry.connectionId(), entry);
    }

    Collection<Change> changes() {
        return changes.values();
    }

    /** Of accounts as the changes leave them. */
    List<NewTerms> terms() {
        return terms.values().stream()
                .map(terms -> terms.of(accounts.getOrDefault(terms.connectionId(), terms.account())))
                .toList();
    }

    /** Of connections whose arrears changed: which entry was booked first. */
    Map<String, News> arrears() {
        Map<String, News> arrears = new HashMap<>();
        for (BookEntry entry : booked) {
            if (entry.kind() == BookEntry.Kind.ARREARS)
                arrears.merge(
                        entry.connectionId(), News.ofArrears(entry.id().entry(), entry.bookedAt()), News::earlier);
        }
        return arrears;
    }

    List<BookEntry> booked() {
        return booked;
    }

    List<Rejected<AccountEntry>> rejected() {
        return rejected;
    }
}
