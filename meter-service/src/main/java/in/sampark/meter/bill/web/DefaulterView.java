package in.sampark.meter.bill.web;

import in.sampark.meter.balance.domain.Midnight;
import in.sampark.meter.bill.Defaulter;
import in.sampark.meter.bill.domain.Bands;
import in.sampark.platform.csv.CsvLine;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A connection that owes, as the field sees it. Money in paise.
 *
 * @param mode PREPAID, POSTPAID or UNKNOWN
 * @param band the band that what is owed falls in
 * @param owedPaise bills overdue, and what a prepaid balance lacks
 * @param overduePaise of bills whose due date has passed
 * @param overdueSince due date of the oldest of them; absent when there is none
 * @param daysOverdue days since then; absent when there is none
 * @param recharged never, once or more
 */
record DefaulterView(
        String connectionId,
        String areaPath,
        String mode,
        String band,
        long owedPaise,
        long overduePaise,
        @Nullable LocalDate overdueSince,
        @Nullable Long daysOverdue,
        Recharged recharged) {

    static final String CSV_HEADER = CsvLine.of(
            "connectionId",
            "areaPath",
            "mode",
            "band",
            "owedPaise",
            "overduePaise",
            "overdueSince",
            "daysOverdue",
            "recharged");

    /** How often somebody recharged. */
    enum Recharged {
        NEVER,
        ONCE,
        MORE
    }

    static DefaulterView of(Defaulter defaulter, Bands bands, Instant now) {
        LocalDate since = defaulter.overdueSince();
        return new DefaulterView(
                defaulter.connectionId(),
                defaulter.areaPath(),
                defaulter.mode(),
                bands.of(defaulter.owedPaise()).name(),
                defaulter.owedPaise(),
                defaulter.overduePaise(),
                since,
                since == null ? null : ChronoUnit.DAYS.between(since, Midnight.dayOf(now)),
                Recharged.values()[defaulter.recharges()]);
    }

    String csv() {
        return CsvLine.of(
                connectionId,
                areaPath,
                mode,
                band,
                Long.toString(owedPaise),
                Long.toString(overduePaise),
                Objects.toString(overdueSince, ""),
                Objects.toString(daysOverdue, ""),
                recharged.name());
    }
}
