package in.sampark.meter.reading;

import in.sampark.meter.balance.Accounts;
import in.sampark.meter.balance.KeepChanges;
import in.sampark.meter.balance.Ledger;
import in.sampark.meter.balance.domain.Account;
import in.sampark.meter.balance.domain.Change;
import in.sampark.meter.balance.domain.Midnight;
import in.sampark.meter.balance.domain.NewTerms;
import in.sampark.meter.balance.domain.PostedDays;
import in.sampark.meter.reading.domain.Reading;
import in.sampark.meter.reading.domain.SettleFirstRegister;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** Settles the first registers of connections whose terms turn out to be others. That happens hardly ever, and costs nothing where it does not. */
final class RecountFirstRegisters {

    private final Accounts accounts;
    private final Readings readings;
    private final Ledger ledger;
    private final SettleFirstRegister settle;
    private final KeepChanges keepChanges;

    RecountFirstRegisters(
            Accounts accounts, Readings readings, Ledger ledger, SettleFirstRegister settle, KeepChanges keepChanges) {
        this.accounts = accounts;
        this.readings = readings;
        this.ledger = ledger;
        this.settle = settle;
        this.keepChanges = keepChanges;
    }

    /** Terms of an account as it is under them, and its first register. */
    private record Recounted(NewTerms terms, Reading first) {

        LocalDate day() {
            return Midnight.dayClosedBy(first.at());
        }

        boolean isPosted() {
            return terms.account().posted().includes(day());
        }
    }

    /** Joins the caller's transaction. @param earliest first day of those posted days that are settled anew */
    Mono<Void> under(List<NewTerms> terms, LocalDate earliest, Instant now) {
        List<NewTerms> changed = terms.stream().filter(NewTerms::changesOpening).toList();
        if (changed.isEmpty()) return Mono.empty();
        Set<String> ids = changed.stream().map(NewTerms::connectionId).collect(Collectors.toSet());
        return accounts.lock(ids)
                .zipWhen(_ -> readings.first(ids), (locked, first) -> recounted(changed, locked, first))
                .flatMap(recounted -> settle(recounted, earliest, now));
    }

    private static List<Recounted> recounted(
            List<NewTerms> changed, Map<String, Account> locked, Map<String, Reading> first) {
        List<Recounted> recounted = new ArrayList<>();
        for (NewTerms terms : changed) {
            Account account = locked.get(terms.connectionId());
            Reading register = first.get(terms.connectionId());
            if (account != null && register != null) recounted.add(new Recounted(terms.of(account), register));
        }
        return recounted;
    }

    private Mono<Void> settle(List<Recounted> recounted, LocalDate earliest, Instant now) {
        Map<String, LocalDate> months = recounted.stream()
                .filter(Recounted::isPosted)
                .collect(Collectors.toMap(
                        each -> each.terms().connectionId(), each -> each.day().withDayOfMonth(1)));
        return ledger.postedDays(months)
                .flatMap(days -> keepChanges.keep(changes(recounted, days, earliest, now), now));
    }

    private List<Change> changes(
            List<Recounted> recounted, Map<String, PostedDays> days, LocalDate earliest, Instant now) {
        return recounted.stream()
                .flatMap(each -> settle
                        .under(
                                each.terms(),
                                each.first(),
                                days.getOrDefault(each.terms().connectionId(), PostedDays.NONE),
                                earliest,
                                now)
                        .stream())
                .toList();
    }
}
