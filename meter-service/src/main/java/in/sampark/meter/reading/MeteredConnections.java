package in.sampark.meter.reading;

import in.sampark.contract.utility.MeterReading;
import in.sampark.meter.balance.Accounts;
import in.sampark.meter.balance.Ledger;
import in.sampark.meter.balance.domain.Account;
import in.sampark.meter.balance.domain.Midnight;
import in.sampark.meter.balance.domain.PostedDays;
import in.sampark.meter.balance.domain.Register;
import in.sampark.meter.reading.Readings.Span;
import in.sampark.meter.reading.domain.Metered;
import in.sampark.meter.reading.domain.Registers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * Locks the accounts of a batch and loads what deciding its readings takes. For readings in order that is the account alone; the registers around
 * a reading are loaded only when it is older than the latest one, and posted days only when it is also new and reaches behind them.
 */
final class MeteredConnections {

    private final Accounts accounts;
    private final Ledger ledger;
    private final Readings readings;

    MeteredConnections(Accounts accounts, Ledger ledger, Readings readings) {
        this.accounts = accounts;
        this.ledger = ledger;
        this.readings = readings;
    }

    /** By connection id; connections that are not known are left out. */
    Mono<Map<String, Metered>> lock(List<MeterReading> batch) {
        return accounts.lock(batch.stream()
                        .map(MeterReading::getConnectionId)
                        .distinct()
                        .toList())
                .flatMap(locked -> withRegisters(locked, batch))
                .flatMap(metered -> withPostedDays(metered, batch));
    }

    private Mono<Map<String, Metered>> withRegisters(Map<String, Account> locked, List<MeterReading> batch) {
        Map<String, Span> spans = new HashMap<>();
        for (MeterReading reading : batch) {
            Account account = locked.get(reading.getConnectionId());
            if (account != null
                    && reading.getRegisterAt().isBefore(account.last().at())) {
                Instant at = reading.getRegisterAt();
                spans.merge(account.connectionId(), new Span(at, at), MeteredConnections::covering);
            }
        }
        return readings.around(spans).map(stored -> {
            Map<String, Metered> metered = new HashMap<>();
            locked.forEach((id, account) -> metered.put(
                    id, new Metered(account, registers(account, stored.getOrDefault(id, List.of())), PostedDays.NONE)));
            return metered;
        });
    }

    private Mono<Map<String, Metered>> withPostedDays(Map<String, Metered> metered, List<MeterReading> batch) {
        Map<String, LocalDate> from = new HashMap<>();
        for (MeterReading reading : batch) {
            Metered known = metered.get(reading.getConnectionId());
            if (known == null || known.registers().at(reading.getRegisterAt()).isPresent()) continue;
            LocalDate day = Midnight.dayClosedBy(reading.getRegisterAt());
            if (known.account().posted().includes(day)) {
                from.merge(reading.getConnectionId(), day.withDayOfMonth(1), MeteredConnections::earlier);
            }
        }
        return ledger.postedDays(from).map(posted -> {
            posted.forEach((id, days) -> metered.computeIfPresent(id, (_, known) -> known.with(days)));
            return metered;
        });
    }

    private static Registers registers(Account account, List<Register> stored) {
        List<Register> known = new ArrayList<>(stored);
        known.add(account.terms().opening());
        known.add(account.last());
        return Registers.of(known);
    }

    private static Span covering(Span one, Span other) {
        return new Span(
                one.first().isBefore(other.first()) ? one.first() : other.first(),
                one.last().isAfter(other.last()) ? one.last() : other.last());
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
