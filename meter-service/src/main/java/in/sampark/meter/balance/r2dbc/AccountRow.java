package in.sampark.meter.balance.r2dbc;

import in.sampark.meter.balance.domain.Account;
import in.sampark.meter.balance.domain.BillingMode;
import in.sampark.meter.balance.domain.Forecast;
import in.sampark.meter.balance.domain.LastRecharge;
import in.sampark.meter.balance.domain.Plan;
import in.sampark.meter.balance.domain.Posted;
import in.sampark.meter.balance.domain.Register;
import in.sampark.meter.balance.domain.Rung;
import in.sampark.meter.balance.domain.Terms;
import in.sampark.meter.tariff.domain.MonthBehind;
import in.sampark.platform.database.Column;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** An account as its row, there and back. */
final class AccountRow {

    /** Where {@link #COLUMNS} are from, but for the account {@code a} itself: few consumers ask for rungs of their own. */
    static final String OWN_RUNGS = " left join own_rung o on o.connection_id = a.connection_id ";

    /** The columns {@link #read} reads. */
    static final String COLUMNS = """
            a.connection_id, a.discom, a.version, a.category, a.sanctioned_load_w, a.supply_from, a.supply_to, a.billing_mode, a.removed,
            a.posted_paise, a.posted_through, a.month_wh, a.month_fixed_paise, a.month_waived_paise, a.month_short_paise, a.open_wh::text as open_wh, a.zero_from, a.register_at, a.register_wh,
            a.register_meter_no, a.last_recharge_id, a.last_recharge_paise, a.last_recharge_at, a.crossed,
            a.recent_days, a.recent_paise, a.recent_wh, a.discards,
            coalesce(a.mode_from, a.supply_from) as mode_from, a.terms_to_come::text as terms_to_come,
            o.paise as own_paise, o.days as own_days
            """;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<TreeMap<LocalDate, Long>> WH_BY_DAY = new TypeReference<>() {};

    private static final TypeReference<TreeMap<LocalDate, Plan>> PLAN_BY_DAY = new TypeReference<>() {};

    private AccountRow() {}

    static Account read(Readable row) {
        return new Account(
                Column.of(row, "connection_id", String.class),
                Column.of(row, "discom", String.class),
                Column.of(row, "version", Long.class),
                terms(row),
                new Posted(
                        Column.of(row, "posted_paise", Long.class),
                        row.get("posted_through", LocalDate.class),
                        month(row)),
                JSON.readValue(Column.of(row, "open_wh", String.class), WH_BY_DAY),
                row.get("zero_from", LocalDate.class),
                lastReading(row),
                lastRecharge(row),
                crossed(Column.of(row, "crossed", String[].class)),
                new Forecast(
                        Column.of(row, "recent_days", Integer.class),
                        Column.of(row, "recent_paise", Long.class),
                        Column.of(row, "recent_wh", Long.class)),
                ownRungs(row.get("own_paise", Long.class), row.get("own_days", Integer.class)),
                row.get("discards", Boolean.class) != null);
    }

    static String openWh(SortedMap<LocalDate, Long> openWh) {
        return JSON.writeValueAsString(openWh);
    }

    /** Null for none, as nearly always: a null takes no room in the row. */
    static @Nullable String toCome(SortedMap<LocalDate, Plan> plans) {
        return plans.isEmpty() ? null : JSON.writeValueAsString(plans);
    }

    private static SortedMap<LocalDate, Plan> toCome(@Nullable String plans) {
        return plans == null ? Collections.emptySortedMap() : JSON.readValue(plans, PLAN_BY_DAY);
    }

    private static List<Rung> ownRungs(@Nullable Long paise, @Nullable Integer days) {
        return Stream.of(paise == null ? null : Rung.paise(paise), days == null ? null : Rung.daysLeft(days))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Rungs joined by a comma: an array of arrays cannot travel. */
    static String crossed(Set<Rung> crossed) {
        return crossed.stream()
                .map(rung -> rung.unit() + ":" + rung.value())
                .sorted()
                .collect(Collectors.joining(","));
    }

    private static Set<Rung> crossed(String[] rungs) {
        return Stream.of(rungs)
                .map(rung -> rung.split(":", 2))
                .map(rung -> new Rung(Rung.Unit.valueOf(rung[0]), Long.parseLong(rung[1])))
                .collect(Collectors.toSet());
    }

    private static Terms terms(Readable row) {
        return new Terms(
                new Plan(
                        Column.of(row, "category", String.class),
                        Column.of(row, "sanctioned_load_w", Long.class),
                        BillingMode.valueOf(Column.of(row, "billing_mode", String.class)),
                        Column.of(row, "mode_from", LocalDate.class)),
                toCome(row.get("terms_to_come", String.class)),
                Column.of(row, "supply_from", LocalDate.class),
                row.get("supply_to", LocalDate.class),
                Column.of(row, "removed", Boolean.class));
    }

    private static MonthBehind month(Readable row) {
        return new MonthBehind(
                Column.of(row, "month_wh", Long.class),
                row.get("month_fixed_paise", Long.class),
                row.get("month_waived_paise", Long.class),
                row.get("month_short_paise", Long.class));
    }

    private static @Nullable Register lastReading(Readable row) {
        Instant at = row.get("register_at", Instant.class);
        return at == null
                ? null
                : new Register(
                        at, Column.of(row, "register_wh", Long.class), row.get("register_meter_no", String.class));
    }

    private static @Nullable LastRecharge lastRecharge(Readable row) {
        String id = row.get("last_recharge_id", String.class);
        return id == null
                ? null
                : new LastRecharge(
                        id,
                        Column.of(row, "last_recharge_paise", Long.class),
                        Column.of(row, "last_recharge_at", Instant.class));
    }
}
