package in.sampark.meter.outage.r2dbc;

import in.sampark.meter.outage.CurrentOutages;
import in.sampark.meter.outage.domain.KnownOutage;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Outages as they are shown, found by the connections they cut off. */
public final class R2dbcCurrentOutages implements CurrentOutages {

    private static final String SHOWN = "select " + OutageRow.COLUMNS
            + """
            from outage o
            where o.discom = $1 and ($2 = $1 or case coalesce(o.takes_down_level, o.level)
                when 'AREA' then exists (select from unnest(coalesce(o.takes_down_assets, o.assets)) as a(path) where %s or %s)
                when 'SUBSTATION' then %s
                when 'FEEDER' then %s
                when 'DT' then %s
            end)
            """.formatted(
                            Area.holds("$2", "a.path"),
                            Area.holds("a.path", "$2"),
                            feedsSomethingIn("substation"),
                            feedsSomethingIn("feeder_code"),
                            feedsSomethingIn("dt_code"));

    private static final String ONE = SHOWN + "and o.outage_id = $3";

    private static final String PAGE = SHOWN + """
            and o.standing in ('SCHEDULED', 'STARTED') and o.outage_id > $3
            and (o.standing = 'SCHEDULED' and o.expected_restoration_at <= $5) = $6
            order by o.outage_id
            limit $4
            """;

    private static final String OF_NOTICE = SHOWN + "and o.notice_id = $3 order by o.from_at, o.outage_id";

    private final DatabaseClient database;

    public R2dbcCurrentOutages(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<KnownOutage> of(String id, String discom, String areaPath) {
        return database.sql(ONE)
                .bind("$1", discom)
                .bind("$2", areaPath)
                .bind("$3", id)
                .map(OutageRow::read)
                .one();
    }

    @Override
    public Mono<List<KnownOutage>> in(
            String discom, String areaPath, boolean lapsed, Instant now, String after, int atMost) {
        return database.sql(PAGE)
                .bind("$1", discom)
                .bind("$2", areaPath)
                .bind("$3", after)
                .bind("$4", atMost)
                .bind("$5", now.atOffset(ZoneOffset.UTC))
                .bind("$6", lapsed)
                .map(OutageRow::read)
                .all()
                .collectList();
    }

    @Override
    public Mono<List<KnownOutage>> ofNotice(String noticeId, String discom, String areaPath) {
        return database.sql(OF_NOTICE)
                .bind("$1", discom)
                .bind("$2", areaPath)
                .bind("$3", noticeId)
                .map(OutageRow::read)
                .all()
                .collectList();
    }

    private static String feedsSomethingIn(String column) {
        return """
                exists (select from connection c
                        where not c.removed and c.discom = o.discom and c.%s = any(coalesce(o.takes_down_assets, o.assets)) and %s)
                """.formatted(column, Area.holdsConnection("$2"));
    }
}
