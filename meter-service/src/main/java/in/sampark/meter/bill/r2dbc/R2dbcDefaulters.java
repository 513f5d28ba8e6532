package in.sampark.meter.bill.r2dbc;

import in.sampark.meter.bill.Defaulter;
import in.sampark.meter.bill.Defaulters;
import in.sampark.meter.bill.domain.Bands;
import in.sampark.meter.bill.domain.Bands.Band;
import in.sampark.platform.database.Column;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.r2dbc.core.Parameter;
import reactor.core.publisher.Mono;

/** Who owes, read from an index of its own in its order. */
public final class R2dbcDefaulters implements Defaulters {

    /** A range of the index; what sorts between an area and those below it without being one is left out. */
    private static final String OF_AREA = """
            d.owed_paise > 0 and not d.removed
                and d.area_path collate "C" >= $1 and d.area_path collate "C" < $1 || '0'
                and (d.area_path = $1 or starts_with(d.area_path, $1 || '/'))
            """;

    private static final String RECHARGES = """
            (select count(*)::int
             from (select from recharge r
                   where r.connection_id = d.connection_id and r.credited and r.reversed_at is null
                   limit 2) counted)""";

    /** Whom it is about is answered by the index alone; a filter that fits few would otherwise fetch every row it passes by. */
    private static final String PAGE = """
            select d.connection_id, d.area_path, d.billing_mode, d.owed_paise, d.overdue_paise, d.overdue_since, %1$s as recharges
            from (select d.connection_id
                  from debt d
                  where %2$s and (d.area_path collate "C", d.connection_id) > ($2, $3)
                      and d.owed_paise > $4 and d.owed_paise <= $5
                      and ($6::text is null or d.billing_mode = $6)
                      and ($7::int is null or %1$s = $7)
                  order by d.area_path collate "C", d.connection_id
                  limit $8) page
            join debt d using (connection_id)
            order by d.area_path collate "C", d.connection_id
            """.formatted(RECHARGES, OF_AREA);

    private static final String TOTALS = """
            select width_bucket(d.owed_paise, $2::bigint[]) - 1 as band, d.billing_mode, count(*) as connections,
                   sum(d.owed_paise)::bigint as owed_paise
            from debt d
            where %s
            group by 1, 2
            order by 1, 2
            """.formatted(OF_AREA);

    private final DatabaseClient database;

    public R2dbcDefaulters(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<List<Defaulter>> after(Place place, Question question, int atMost) {
        Band band = question.band();
        GenericExecuteSpec page = database.sql(PAGE)
                .bind("$1", question.areaPath())
                .bind("$2", place.areaPath())
                .bind("$3", place.connectionId())
                .bind("$4", band == null ? 0 : band.abovePaise())
                .bind("$5", band == null ? Long.MAX_VALUE : band.throughPaise())
                .bind("$6", Parameter.fromOrEmpty(question.mode(), String.class))
                .bind("$7", Parameter.fromOrEmpty(question.recharges(), Integer.class))
                .bind("$8", atMost);
        return page.map(R2dbcDefaulters::defaulter).all().collectList();
    }

    @Override
    public Mono<List<Total>> totals(String areaPath, Bands bands) {
        Long[] lowest = bands.all().stream().map(band -> band.abovePaise() + 1).toArray(Long[]::new);
        return database.sql(TOTALS)
                .bind("$1", areaPath)
                .bind("$2", lowest)
                .map(row -> new Total(
                        bands.all().get(Column.of(row, "band", Integer.class)),
                        Column.of(row, "billing_mode", String.class),
                        Column.of(row, "connections", Long.class),
                        Column.of(row, "owed_paise", Long.class)))
                .all()
                .collectList();
    }

    private static Defaulter defaulter(Readable row) {
        return new Defaulter(
                Column.of(row, "connection_id", String.class),
                Column.of(row, "area_path", String.class),
                Column.of(row, "billing_mode", String.class),
                Column.of(row, "owed_paise", Long.class),
                Column.of(row, "overdue_paise", Long.class),
                row.get("overdue_since", LocalDate.class),
                Column.of(row, "recharges", Integer.class));
    }
}
