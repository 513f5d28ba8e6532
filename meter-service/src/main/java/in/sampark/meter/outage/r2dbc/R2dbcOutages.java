package in.sampark.meter.outage.r2dbc;

import in.sampark.meter.database.Columns;
import in.sampark.meter.outage.Outages;
import in.sampark.meter.outage.domain.KnownOutage;
import in.sampark.meter.outage.domain.Report;
import in.sampark.platform.database.Column;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Mono;

/** Outages in PostgreSQL, whole batches a statement. */
public final class R2dbcOutages implements Outages {

    private static final String LOCK =
            "select " + OutageRow.COLUMNS + "from outage o where o.outage_id = any($1) order by o.outage_id for update";

    private static final String LATEST = "select distinct on (o.outage_id) " + OutageRow.COLUMNS + """
            from (select *, 0 as on_its_way from outage union all select *, 1 from outage_promise) o
            where %s
            order by o.outage_id, o.revision desc, o.on_its_way
            """;

    private static final String LATEST_OF = LATEST.formatted("o.outage_id = any($1)");
    private static final String LATEST_OF_NOTICE = LATEST.formatted("o.notice_id = $1");

    private static final String KEEP = """
            insert into %1$s (outage_id, discom, revision, stage, standing, level, assets, from_at, expected_restoration_at, restored_at, words,
                 reported_at, takes_down_level, takes_down_assets, notice_id)
            select n.outage_id, n.discom, n.revision, n.stage, n.standing, n.level, string_to_array(n.assets, E'\\x1f'), n.from_at,
                 n.expected_restoration_at, n.restored_at, n.words::jsonb, n.reported_at,
                 n.takes_down_level, string_to_array(n.takes_down_assets, E'\\x1f'), n.notice_id
            from unnest($1::text[], $2::text[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[], $8::timestamptz[],
                 $9::timestamptz[], $10::timestamptz[], $11::text[], $12::timestamptz[], $13::text[], $14::text[], $15::text[])
                 as n(outage_id, discom, revision, stage, standing, level, assets, from_at, expected_restoration_at, restored_at, words,
                      reported_at, takes_down_level, takes_down_assets, notice_id)
            where not exists (select from outage o where o.outage_id = n.outage_id and o.revision >= n.revision)
            order by n.outage_id
            on conflict (outage_id) do update
            set discom = excluded.discom, revision = excluded.revision, stage = excluded.stage, standing = excluded.standing,
                level = excluded.level, assets = excluded.assets, from_at = excluded.from_at,
                expected_restoration_at = excluded.expected_restoration_at, restored_at = excluded.restored_at, words = excluded.words,
                reported_at = excluded.reported_at, takes_down_level = excluded.takes_down_level,
                takes_down_assets = excluded.takes_down_assets, notice_id = excluded.notice_id
            where %1$s.revision < excluded.revision
            returning outage_id
            """;

    private static final String PRUNE = """
            delete from %1$s where outage_id in (
              select outage_id from %1$s where reported_at < $1 and coalesce(expected_restoration_at, from_at) < $1 limit $2)
            """;

    private final DatabaseClient database;

    public R2dbcOutages(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Map<String, KnownOutage>> lock(Collection<String> ids) {
        return database.sql(LOCK)
                .bind("$1", ids.toArray(String[]::new))
                .map(OutageRow::read)
                .all()
                .collectMap(KnownOutage::id);
    }

    @Override
    public Mono<Void> keep(Collection<KnownOutage> outages) {
        return outages.isEmpty() ? Mono.empty() : write("outage", outages).then();
    }

    @Override
    public Mono<KnownOutage> latest(String id) {
        return latest(List.of(id)).flatMap(found -> Mono.justOrEmpty(found.get(id)));
    }

    @Override
    public Mono<Map<String, KnownOutage>> latest(Collection<String> ids) {
        return database.sql(LATEST_OF)
                .bind("$1", ids.toArray(String[]::new))
                .map(OutageRow::read)
                .all()
                .collectMap(KnownOutage::id);
    }

    @Override
    public Mono<List<KnownOutage>> ofNotice(String noticeId) {
        return database.sql(LATEST_OF_NOTICE)
                .bind("$1", noticeId)
                .map(OutageRow::read)
                .all()
                .collectSortedList(
                        Comparator.comparing(outage -> outage.last().times().fromAt()));
    }

    @Override
    public Mono<Boolean> promise(Collection<KnownOutage> outages) {
        return write("outage_promise", outages)
                .map(row -> Column.of(row, 0, String.class))
                .all()
                .count()
                .map(promised -> promised == outages.size());
    }

    @Override
    public Mono<Boolean> prune(Instant before, int atMost) {
        return prune("outage", before, atMost)
                .flatMap(outages -> prune("outage_promise", before, atMost)
                        .map(promises -> outages == atMost || promises == atMost));
    }

    private Mono<Long> prune(String table, Instant before, int atMost) {
        return database.sql(PRUNE.formatted(table))
                .bind("$1", before.atOffset(ZoneOffset.UTC))
                .bind("$2", atMost)
                .fetch()
                .rowsUpdated();
    }

    private GenericExecuteSpec write(String table, Collection<KnownOutage> outages) {
        Columns<KnownOutage> known = Columns.of(outages);
        Columns<Report> reports =
                Columns.of(outages.stream().map(KnownOutage::last).toList());
        return database.sql(KEEP.formatted(table))
                .bind("$1", reports.texts(Report::outageId))
                .bind("$2", reports.texts(Report::discom))
                .bind("$3", reports.numbers(Report::revision))
                .bind("$4", reports.texts(report -> report.stage().name()))
                .bind("$5", known.texts(outage -> outage.standing().name()))
                .bind("$6", reports.texts(report -> report.level().name()))
                .bind("$7", known.texts(OutageRow::assets))
                .bind("$8", reports.times(report -> report.times().fromAt()))
                .bind("$9", reports.times(report -> report.times().expectedRestorationAt()))
                .bind("$10", reports.times(report -> report.times().restoredAt()))
                .bind("$11", known.texts(OutageRow::words))
                .bind("$12", reports.times(Report::reportedAt))
                .bind(
                        "$13",
                        reports.texts(report -> Optional.ofNullable(report.takesDown())
                                .map(down -> down.level().name())
                                .orElse(null)))
                .bind("$14", known.texts(OutageRow::takesDown))
                .bind("$15", reports.texts(Report::noticeId));
    }
}
