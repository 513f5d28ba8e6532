package in.sampark.meter.supply.r2dbc;

import in.sampark.meter.supply.Watched;
import in.sampark.meter.supply.domain.Debt;
import in.sampark.meter.supply.domain.Line;
import in.sampark.meter.supply.domain.Notice;
import in.sampark.meter.supply.domain.Order;
import in.sampark.meter.supply.domain.Supply;
import in.sampark.platform.database.Column;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A row of the table, read. */
final class SupplyRow {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<Notice>> NOTICES = new TypeReference<>() {};

    private SupplyRow() {}

    static Watched read(Readable row) {
        Supply supply = new Supply(
                Column.of(row, "connection_id", String.class),
                Column.of(row, "version", Long.class),
                new Line(
                        Line.State.valueOf(Column.of(row, "line", String.class)),
                        Column.of(row, "line_at", Instant.class),
                        time(row, "last_gasp_at")),
                debt(row),
                order(row, "cut_at", "cut_deadline"),
                order(row, "withdrawn_at", "withdrawn_deadline"),
                order(row, "restore_at", "restore_deadline"),
                Column.of(row, "overdue", Boolean.class));
        return new Watched(supply, time(row, "look_at"));
    }

    private static @Nullable Debt debt(Readable row) {
        Instant since = time(row, "empty_since");
        return since == null
                ? null
                : new Debt(
                        since,
                        row.get("told_by", String.class),
                        notices(row),
                        time(row, "switched_on_at"),
                        time(row, "cut_since"),
                        Column.of(row, "paid_paise", Long.class),
                        time(row, "grace_until"));
    }

    /** Null, and no room taken, when there are none: so it is with most. */
    static @Nullable String laterNotices(Debt debt) {
        return debt.notices().size() < 2
                ? null
                : JSON.writeValueAsString(
                        debt.notices().subList(1, debt.notices().size()));
    }

    private static List<Notice> notices(Readable row) {
        Instant at = time(row, "notice_at");
        if (at == null) return List.of();
        Notice first = new Notice(
                Notice.Kind.valueOf(Column.of(row, "notice_kind", String.class)),
                Column.of(row, "notice_id", String.class),
                at);
        String later = row.get("later_notices", String.class);
        return later == null
                ? List.of(first)
                : Stream.concat(Stream.of(first), JSON.readValue(later, NOTICES).stream())
                        .toList();
    }

    private static @Nullable Order order(Readable row, String at, String deadline) {
        Instant given = time(row, at);
        return given == null ? null : new Order(given, Column.of(row, deadline, Instant.class));
    }

    private static @Nullable Instant time(Readable row, String column) {
        return row.get(column, Instant.class);
    }
}
