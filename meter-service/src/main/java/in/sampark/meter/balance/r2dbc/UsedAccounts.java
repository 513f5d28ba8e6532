package in.sampark.meter.balance.r2dbc;

import in.sampark.meter.balance.domain.Account;
import in.sampark.meter.balance.domain.Register;
import in.sampark.meter.database.Columns;
import java.util.Collection;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Writes of accounts what a reading in order changes and nothing else: a third of the columns, for what happens most by far. */
record UsedAccounts(DatabaseClient database) {

    private static final String SAVE = """
            update account a
            set version = n.version, open_wh = n.open_wh::jsonb,
                register_at = n.register_at, register_wh = n.register_wh, register_meter_no = n.register_meter_no
            from unnest($1::text[], $2::bigint[], $3::text[], $4::timestamptz[], $5::bigint[], $6::text[])
                as n(connection_id, version, open_wh, register_at, register_wh, register_meter_no)
            where a.connection_id = n.connection_id
            """;

    Mono<Void> save(Collection<Account> accounts) {
        if (accounts.isEmpty()) return Mono.empty();
        Columns<Account> columns = Columns.of(accounts);
        Columns<Register> registers =
                Columns.of(accounts.stream().map(UsedAccounts::latest).toList());
        return database.sql(SAVE)
                .bind("$1", columns.texts(Account::connectionId))
                .bind("$2", columns.numbers(Account::version))
                .bind("$3", columns.texts(account -> AccountRow.openWh(account.openWh())))
                .bind("$4", registers.times(Register::at))
                .bind("$5", registers.numbers(Register::wh))
                .bind("$6", registers.texts(Register::meterNo))
                .then();
    }

    private static Register latest(Account account) {
        return Objects.requireNonNull(account.lastReading(), "last reading: none (expected: the one that was used)");
    }
}
