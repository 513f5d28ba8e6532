package in.sampark.meter.balance.r2dbc;

import in.sampark.meter.balance.Accounts;
import in.sampark.meter.balance.domain.Account;
import in.sampark.meter.balance.domain.Forecast;
import in.sampark.meter.balance.domain.LastRecharge;
import in.sampark.meter.balance.domain.Posted;
import in.sampark.meter.balance.domain.Register;
import in.sampark.meter.balance.domain.Terms;
import in.sampark.meter.database.Columns;
import in.sampark.meter.tariff.domain.MonthBehind;
import in.sampark.platform.database.Column;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Accounts in PostgreSQL, whole batches a statement. */
public final class R2dbcAccounts implements Accounts {

    private static final String LOCK = "select " + AccountRow.COLUMNS + "from account a" + AccountRow.OWN_RUNGS + """
            where a.connection_id = any($1)
            order by a.connection_id
            for update of a
            """;

    private static final String NEW_ROWS = """
            unnest($1::text[], $2::text[], $3::bigint[], $4::text[], $5::bigint[], $6::date[], $7::date[], $8::text[], $9::bool[],
                   $10::bigint[], $11::date[], $12::bigint[], $13::text[], $14::timestamptz[], $15::bigint[],
                   $16::text[], $17::bigint[], $18::timestamptz[], $19::text[], $20::date[], $21::text[],
                   $22::bigint[], $23::bigint[], $24::bigint[], $25::date[], $26::text[], $27::date[],
                   $28::bigint[], $29::bigint[], $30::bigint[])
            as n(connection_id, discom, version, category, sanctioned_load_w, supply_from, supply_to, billing_mode, removed,
                 posted_paise, posted_through, month_wh, open_wh, register_at, register_wh,
                 last_recharge_id, last_recharge_paise, last_recharge_at, crossed, charge_due, register_meter_no,
                 recent_days, recent_paise, recent_wh, mode_from, terms_to_come, zero_from,
                 month_fixed_paise, month_waived_paise, month_short_paise)
            """;

    private static final String OPEN = """
            insert into account (connection_id, discom, version, category, sanctioned_load_w, supply_from, supply_to, billing_mode, removed,
                 posted_paise, posted_through, month_wh, open_wh, register_at, register_wh,
                 last_recharge_id, last_recharge_paise, last_recharge_at, crossed, charge_due, register_meter_no,
                 recent_days, recent_paise, recent_wh, mode_from, terms_to_come, zero_from,
                 month_fixed_paise, month_waived_paise, month_short_paise)
            select connection_id, discom, version, category, sanctioned_load_w, supply_from, supply_to, billing_mode, removed,
                 posted_paise, posted_through, month_wh, open_wh::jsonb, register_at, register_wh,
                 last_recharge_id, last_recharge_paise, last_recharge_at, string_to_array(crossed, ','), charge_due, register_meter_no,
                 recent_days, recent_paise, recent_wh, mode_from, terms_to_come::jsonb, zero_from,
                 month_fixed_paise, month_waived_paise, month_short_paise
            from """ + " " + NEW_ROWS;

    private static final String SAVE = """
            update account a
            set version = n.version, category = n.category, sanctioned_load_w = n.sanctioned_load_w, supply_from = n.supply_from,
                supply_to = n.supply_to, billing_mode = n.billing_mode, removed = n.removed, posted_paise = n.posted_paise,
                posted_through = n.posted_through, month_wh = n.month_wh, open_wh = n.open_wh::jsonb, register_at = n.register_at,
                register_wh = n.register_wh, last_recharge_id = n.last_recharge_id, last_recharge_paise = n.last_recharge_paise,
                last_recharge_at = n.last_recharge_at, crossed = string_to_array(n.crossed, ','), charge_due = n.charge_due,
                register_meter_no = n.register_meter_no,
                recent_days = n.recent_days, recent_paise = n.recent_paise, recent_wh = n.recent_wh,
                mode_from = n.mode_from, terms_to_come = n.terms_to_come::jsonb, zero_from = n.zero_from,
                month_fixed_paise = n.month_fixed_paise, month_waived_paise = n.month_waived_paise, month_short_paise = n.month_short_paise
            from """ + " " + NEW_ROWS + "where a.connection_id = n.connection_id";

    private static final String DUE = """
            select connection_id from account
            where charge_due <= $1 and connection_id <> all($2)
            order by charge_due, connection_id
            limit $3
            """;

    private static final String COUNT_DUE = "select count(*) from account where charge_due <= $1";

    private final DatabaseClient database;

    public R2dbcAccounts(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Map<String, Account>> lock(Collection<String> connectionIds) {
        return database.sql(LOCK)
                .bind("$1", connectionIds.toArray(String[]::new))
                .map(AccountRow::read)
                .all()
                .collect(LinkedHashMap::new, (accounts, account) -> accounts.put(account.connectionId(), account));
    }

    @Override
    public Mono<Void> open(Collection<Account> accounts) {
        return write(OPEN, accounts);
    }

    @Override
    public Mono<Void> save(Collection<Account> accounts) {
        return write(SAVE, accounts);
    }

    @Override
    public Mono<Void> saveUse(Collection<Account> accounts) {
        return new UsedAccounts(database).save(accounts);
    }

    @Override
    public Mono<List<String>> due(LocalDate through, Collection<String> without, int atMost) {
        return database.sql(DUE)
                .bind("$1", through)
                .bind("$2", without.toArray(String[]::new))
                .bind("$3", atMost)
                .map(row -> Column.of(row, 0, String.class))
                .all()
                .collectList();
    }

    @Override
    public Mono<Long> countDue(LocalDate through) {
        return database.sql(COUNT_DUE)
                .bind("$1", through)
                .map(row -> Column.of(row, 0, Long.class))
                .one();
    }

    /** In one order, for what they owe is written with them: whoever writes that seldom waits for others in a circle, and is repeated then. */
    private Mono<Void> write(String sql, Collection<Account> inAnyOrder) {
        if (inAnyOrder.isEmpty()) return Mono.empty();
        List<Account> accounts = inAnyOrder.stream()
                .sorted(Comparator.comparing(Account::connectionId))
                .toList();
        Columns<Account> columns = Columns.of(accounts);
        Columns<Terms> terms = Columns.of(accounts.stream().map(Account::terms).toList());
        Columns<Posted> posted =
                Columns.of(accounts.stream().map(Account::posted).toList());
        Columns<MonthBehind> month = Columns.of(
                accounts.stream().map(account -> account.posted().month()).toList());
        Columns<Forecast> recent =
                Columns.of(accounts.stream().map(Account::recent).toList());
        return database.sql(sql)
                .bind("$1", columns.texts(Account::connectionId))
                .bind("$2", columns.texts(Account::discom))
                .bind("$3", columns.numbers(Account::version))
                .bind("$4", terms.texts(Terms::category))
                .bind("$5", terms.numbers(Terms::loadW))
                .bind("$6", terms.days(Terms::supplyFrom))
                .bind("$7", terms.days(Terms::supplyTo))
                .bind("$8", terms.texts(of -> of.mode().name()))
                .bind("$9", terms.flags(Terms::removed))
                .bind("$10", posted.numbers(Posted::paise))
                .bind("$11", posted.days(Posted::through))
                .bind("$12", month.numbers(MonthBehind::wh))
                .bind("$13", columns.texts(account -> AccountRow.openWh(account.openWh())))
                .bind("$14", columns.times(account -> reading(account, Register::at)))
                .bind("$15", columns.numbers(account -> reading(account, Register::wh)))
                .bind("$16", columns.texts(account -> recharge(account, LastRecharge::id)))
                .bind("$17", columns.numbers(account -> recharge(account, LastRecharge::paise)))
                .bind("$18", columns.times(account -> recharge(account, LastRecharge::paidAt)))
                .bind("$19", columns.texts(account -> AccountRow.crossed(account.crossed())))
                .bind("$20", columns.days(Account::chargeDue))
                .bind("$21", columns.texts(account -> reading(account, Register::meterNo)))
                .bind("$22", recent.numbers(of -> (long) of.days()))
                .bind("$23", recent.numbers(Forecast::paisePerDay))
                .bind("$24", recent.numbers(Forecast::whPerDay))
                .bind("$25", terms.days(of -> of.plan().modeFrom()))
                .bind("$26", terms.texts(of -> AccountRow.toCome(of.toCome())))
                .bind("$27", columns.days(Account::zeroFrom))
                .bind("$28", month.numbers(MonthBehind::fixedPaise))
                .bind("$29", month.numbers(MonthBehind::waivedPaise))
                .bind("$30", month.numbers(MonthBehind::shortPaise))
                .then();
    }

    private static <R> @Nullable R reading(Account account, Function<Register, @Nullable R> part) {
        return account.lastReading() == null ? null : part.apply(account.lastReading());
    }

    private static <R> @Nullable R recharge(Account account, Function<LastRecharge, R> part) {
        return account.lastRecharge() == null ? null : part.apply(account.lastRecharge());
    }
}
