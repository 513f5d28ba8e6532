package in.sampark.meter.supply;

import in.sampark.meter.balance.domain.Account;
import in.sampark.meter.balance.domain.Bookkeeping;
import in.sampark.meter.supply.Meaning.About;
import in.sampark.meter.supply.Seen.Reported;
import in.sampark.meter.supply.domain.Supply;
import in.sampark.meter.supply.domain.Switched;
import in.sampark.platform.messaging.Received;
import in.sampark.platform.messaging.Rejected;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A batch about supply, noted one record after the other, each seeing what those before it changed. What is due is decided after all. */
final class Noted<T> {

    private final Map<String, Account> accounts;
    private final Map<String, Watched> before;
    private final Map<String, Supply> after = new LinkedHashMap<>();
    private final Map<String, String> causes = new HashMap<>();
    private final Map<String, List<Reported>> switched = new HashMap<>();
    private final List<Rejected<T>> rejected = new ArrayList<>();

    /** @param accounts those of the connections, locked @param before those of them that are watched */
    Noted(Map<String, Account> accounts, Map<String, Watched> before) {
        this.accounts = accounts;
        this.before = before;
    }

    void take(Received<T> received, Meaning meaning) {
        switch (meaning) {
            case About about -> take(received, about);
            case Meaning.Nothing _ -> {}
            case Meaning.Wrong wrong -> rejected.add(new Rejected<>(received, wrong.reason()));
        }
    }

    private void take(Received<T> received, About about) {
        String id = about.connectionId();
        Account account = accounts.get(id);
        String objection = objection(about, account);
        if (objection != null) {
            rejected.add(new Rejected<>(received, objection));
            return;
        }
        Supply known = after.getOrDefault(id, watched(id).supply());
        Supply then = about.happened().apply(known);
        if (then.equals(known)) return;
        after.put(id, then);
        causes.put(id, about.eventId());
        Switched.between(known, then, about.cause())
                .ifPresent(moved ->
                        switched.computeIfAbsent(id, _ -> new ArrayList<>()).add(new Reported(moved, about.eventId())));
    }

    private static @Nullable String objection(About about, @Nullable Account account) {
        if (account == null || account.terms().removed()) {
            return "connectionId: " + about.connectionId() + " (expected: a known connection)";
        }
        return account.discom().equals(about.discom())
                ? null
                : "discom: " + about.discom() + " (expected: " + account.discom() + ")";
    }

    /** The connections that changed. */
    List<Seen> seen(Bookkeeping books, Instant now) {
        List<Seen> seen = new ArrayList<>();
        after.forEach((id, supply) -> {
            Account account = accounts.get(id);
            if (account == null) return;
            long available = books.availablePaise(account, now);
            seen.add(new Seen(
                    watched(id),
                    supply,
                    Standings.of(account, available, now),
                    account.recent(),
                    causes.get(id),
                    switched.getOrDefault(id, List.of())));
        });
        return seen;
    }

    List<Rejected<T>> rejected() {
        return rejected;
    }

    private Watched watched(String id) {
        return before.getOrDefault(id, Watched.not(id));
    }
}
