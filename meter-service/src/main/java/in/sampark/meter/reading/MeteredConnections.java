package in.sampark.meter.reading;

import in.sampark.meter.balance.Accounts;
import in.sampark.meter.balance.Ledger;
import in.sampark.meter.balance.domain.Account;
import in.sampark.meter.balance.domain.Midnight;
import in.sampark.meter.balance.domain.PostedDays;
import in.sampark.meter.balance.domain.Register;
import in.sampark.meter.reading.Readings.Span;
import in.sampark.meter.reading.domain.Metered;
import in.sampark.meter.reading.domain.Reading;
import in.sampark.meter.reading.domain.Registers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/**
 * Locks the accounts of a batch and loads what deciding its readings takes. For readings in order that is the account alone; the registers around
 * a reading are loaded only when it is older than the latest one, and posted days only when it is also new and reaches behind them. Discarded
 * readings are loaded where there are any.
 */
final class MeteredConnections {

    private final Accounts accounts;
    private final Ledger ledger;
    private final Readings readings;
    private final DoubtedReadings doubted;

    MeteredConnections(Accounts accounts, Ledger ledger, Readings readings, DoubtedReadings doubted) {
        this.accounts = accounts;
        this.ledger = ledger;
        this.readings = readings;
        this.doubted = doubted;
    }

    /** By connection id; connections that are not known are left out. */
    Mono<Map<String, Metered>> lock(List<Asked> batch) {
        return accounts.lock(batch.stream().map(Asked::connectionId).distinct().toList())
                .flatMap(locked -> withRegisters(locked, batch))
                .flatMap(metered -> withPostedDays(metered, batch));
    }

    private Mono<Map<String, Metered>> withRegisters(Map<String, Account> locked, List<Asked> batch) {
        Map<String, Span> spans = new HashMap<>();
        for (Asked asked : batch) {
            Account account = locked.get(asked.connectionId());
            Instant at = asked.reading().at();
            Register last = account == null ? null : account.last();
            if (account != null && last != null && !at.isAfter(last.at())) {
                spans.merge(account.connectionId(), span(at, account, last), Span::covering);
            }
        }
        return readings.around(spans).zipWhen(_ -> discarded(locked.values()), (stored, discarded) -> {
            Map<String, Metered> metered = new HashMap<>();
            locked.forEach((id, account) -> metered.put(
                    id,
                    new Metered(
                            account,
                            registers(account, stored.getOrDefault(id, List.of())),
                            PostedDays.NONE,
                            discarded.getOrDefault(id, Set.of()))));
            return metered;
        });
    }

    private Mono<Map<String, Set<Reading>>> discarded(Collection<Account> accounts) {
        return doubted.discarded(accounts.stream()
                .filter(Account::discards)
                .map(Account::connectionId)
                .toList());
    }

    private Mono<Map<String, Metered>> withPostedDays(Map<String, Metered> metered, List<Asked> batch) {
        Map<String, LocalDate> from = new HashMap<>();
        for (Asked asked : batch) {
            Metered known = metered.get(asked.connectionId());
            if (known == null || isKnown(known, asked.reading())) continue;
            LocalDate day = Midnight.dayClosedBy(asked.reading().at());
            if (known.account().posted().includes(day)) {
                from.merge(asked.connectionId(), day.withDayOfMonth(1), MeteredConnections::earlier);
            }
        }
        return ledger.postedDays(from).map(posted -> {
            posted.forEach((id, days) -> metered.computeIfPresent(id, (_, known) -> known.with(days)));
            return metered;
        });
    }

    /** For readings in order the account's latest. What is stored says more than the account remembers, so it comes last. */
    private static Registers registers(Account account, List<Reading> stored) {
        Register latest = account.lastReading();
        if (stored.isEmpty() && latest != null) return Registers.of(List.of(Reading.measured(latest)));
        return Registers.of(Stream.of(
                        Stream.ofNullable(account.opening()).map(Reading::presumed),
                        Stream.ofNullable(latest).map(Reading::measured),
                        stored.stream())
                .flatMap(Function.identity())
                .toList());
    }

    private static Span span(Instant at, Account account, Register last) {
        Register opening = account.opening();
        return new Span(
                at, at, opening == null ? Midnight.starting(account.terms().supplyFrom()) : opening.at(), last.at());
    }

    private static boolean isKnown(Metered known, Reading reading) {
        return known.registers().at(reading.at()).filter(reading::equals).isPresent();
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
