package in.sampark.notification.outage.r2dbc;

import in.sampark.notification.fanout.domain.Extent;
import in.sampark.notification.message.domain.NamedUuid;
import in.sampark.notification.outage.domain.Outage;
import in.sampark.notification.outage.domain.Outage.Told;
import in.sampark.notification.outage.domain.OutageRevision;
import in.sampark.platform.database.Column;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Outages and what was told of them. Everything joins the caller's transaction. */
public class OutageTable {

    private static final String SELECT = """
            select outage_id, revision, discom, event_id, occurred_at, standing, level, assets, from_at, until_at,
                   restored_at, words::text as words, told_news, told_standing, told_revision, told_reminder,
                   told_level, told_assets, told_from, told_words::text as told_words
            from outages
            """;

    private static final String LOCK = SELECT + "where outage_id = any($1) order by outage_id for update";

    private static final String LOCK_WAITING = SELECT + "where waiting_id = any($1) order by outage_id for update";

    private static final String SAVE = """
            insert into outages as o (outage_id, revision, waiting_id, discom, event_id, occurred_at, standing, level, assets,
                                      from_at, until_at, restored_at, words, told_news, told_standing, told_revision,
                                      told_reminder, told_level, told_assets, told_from, told_words)
            select n.outage_id, n.revision, n.waiting_id, n.discom, n.event_id, n.occurred_at, n.standing, n.level,
                   string_to_array(n.assets, E'\\x1f'), n.from_at, n.until_at, n.restored_at, n.words::jsonb,
                   n.told_news, n.told_standing, n.told_revision, coalesce(n.told_reminder, 0), n.told_level,
                   string_to_array(n.told_assets, E'\\x1f'), n.told_from, n.told_words::jsonb
            from unnest($1::text[], $2::bigint[], $3::uuid[], $4::text[], $5::text[], $6::timestamptz[], $7::text[],
                        $8::text[], $9::text[], $10::timestamptz[], $11::timestamptz[], $12::timestamptz[],
                        $13::text[], $14::text[], $15::text[], $16::bigint[],
                        $17::int[], $18::text[], $19::text[], $20::timestamptz[], $21::text[])
                 as n(outage_id, revision, waiting_id, discom, event_id, occurred_at, standing, level, assets,
                      from_at, until_at, restored_at, words, told_news, told_standing, told_revision,
                      told_reminder, told_level, told_assets, told_from, told_words)
            order by n.outage_id
            on conflict (outage_id) do update
              set revision = excluded.revision, event_id = excluded.event_id, occurred_at = excluded.occurred_at,
                  standing = excluded.standing, level = excluded.level, assets = excluded.assets,
                  from_at = excluded.from_at, until_at = excluded.until_at, restored_at = excluded.restored_at,
                  words = excluded.words, told_news = excluded.told_news,
                  told_standing = excluded.told_standing, told_revision = excluded.told_revision,
                  told_reminder = excluded.told_reminder, told_level = excluded.told_level,
                  told_assets = excluded.told_assets, told_from = excluded.told_from, told_words = excluded.told_words
              where o.revision <= excluded.revision
            """;

    private static final String LOCK_ENDS = """
            select pg_advisory_xact_lock(hashtextextended('outages of ' || n.discom, 0))
            from (select distinct discom from unnest($1::text[]) as m(discom) order by 1) n
            """;

    private static final String ONGOING = """
            select discom, told_level, told_assets from outages
            where discom = any($1) and standing = 'STARTED' and told_level is not null and until_at > $2
            """;

    private static final String PRUNE = """
            delete from outages where outage_id in (
              select o.outage_id from outages o
              where o.occurred_at < $1 and coalesce(o.until_at, o.from_at) < $1
                and not exists (select from later l where l.waiting_id = o.waiting_id)
              limit $2)
            """;

    private final DatabaseClient database;

    public OutageTable(DatabaseClient database) {
        this.database = database;
    }

    /** The outages that are known, by id, kept from changing. */
    public Mono<Map<String, Outage>> lock(Collection<String> outageIds) {
        return database.sql(LOCK)
                .bind("$1", outageIds.toArray(String[]::new))
                .map(OutageRow::read)
                .all()
                .collectMap(outage -> outage.latest().outageId());
    }

    /** Outages by the ids under which they wait, kept from changing. */
    public Mono<List<Outage>> lockWaiting(Collection<UUID> waitingIds) {
        return database.sql(LOCK_WAITING)
                .bind("$1", waitingIds.toArray(UUID[]::new))
                .map(OutageRow::read)
                .all()
                .collectList();
    }

    /**
     * Where consumers know supply to be off, by company: they are told when that is over. Until the caller's transaction ends nobody else is answered about the same companies: of
     * two outages that end at once, one sees that the other has.
     *
     * @param expectedBackAfter outages that should have ended before, and of which nothing was heard, are not believed to go on
     */
    public Mono<Map<String, Collection<Extent>>> ongoing(Collection<String> discoms, Instant expectedBackAfter) {
        String[] of = discoms.toArray(String[]::new);
        return database.sql(LOCK_ENDS)
                .bind("$1", of)
                .then()
                .then(database.sql(ONGOING)
                        .bind("$1", of)
                        .bind("$2", expectedBackAfter.atOffset(ZoneOffset.UTC))
                        .map(row -> Map.entry(
                                Column.of(row, "discom", String.class),
                                Objects.requireNonNull(OutageRow.extent(row, "told_level", "told_assets"))))
                        .all()
                        .collectMultimap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Forgets those that were over, or should have been, before that time; answers how many, at most {@code limit}. */
    public Mono<Long> prune(Instant before, int limit) {
        return database.sql(PRUNE)
                .bind("$1", before.atOffset(ZoneOffset.UTC))
                .bind("$2", limit)
                .fetch()
                .rowsUpdated();
    }

    /** Keeps outages as they are now. */
    public Mono<Void> save(List<Outage> outages) {
        if (outages.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(SAVE)
                .bind("$1", texts(outages, OutageRevision::outageId))
                .bind("$2", outages.stream().map(one -> one.latest().revision()).toArray(Long[]::new))
                .bind(
                        "$3",
                        outages.stream()
                                .map(one -> NamedUuid.ofOutage(one.latest().outageId()))
                                .toArray(UUID[]::new))
                .bind("$4", texts(outages, OutageRevision::discom))
                .bind("$5", texts(outages, OutageRevision::eventId))
                .bind("$6", times(outages, OutageRevision::occurredAt))
                .bind("$7", texts(outages, one -> one.standing().name()))
                .bind("$8", texts(outages, one -> OutageRow.level(one.extent())))
                .bind("$9", texts(outages, one -> OutageRow.assets(one.extent())))
                .bind("$10", times(outages, OutageRevision::from))
                .bind("$11", times(outages, OutageRevision::until))
                .bind("$12", times(outages, OutageRevision::restoredAt))
                .bind("$13", texts(outages, one -> OutageRow.words(one.words())))
                .bind("$14", told(outages, told -> told.news().name(), String[]::new))
                .bind("$15", told(outages, told -> told.standing().name(), String[]::new))
                .bind("$16", told(outages, Told::revision, Long[]::new))
                .bind("$17", told(outages, Told::reminder, Integer[]::new))
                .bind("$18", told(outages, told -> OutageRow.level(told.heard().extent()), String[]::new))
                .bind("$19", told(outages, told -> OutageRow.assets(told.heard().extent()), String[]::new))
                .bind("$20", told(outages, told -> told.heard().from().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new))
                .bind("$21", told(outages, told -> OutageRow.words(told.heard().words()), String[]::new))
                .then();
    }

    private static @Nullable String[] texts(List<Outage> outages, Function<OutageRevision, @Nullable String> column) {
        return outages.stream().map(one -> column.apply(one.latest())).toArray(String[]::new);
    }

    private static <V> @Nullable V[] told(
            List<Outage> outages, Function<Told, @Nullable V> column, IntFunction<@Nullable V[]> array) {
        return outages.stream()
                .map(one -> one.told() == null ? null : column.apply(one.told()))
                .toArray(array);
    }

    private static @Nullable OffsetDateTime[] times(
            List<Outage> outages, Function<OutageRevision, @Nullable Instant> column) {
        return outages.stream()
                .map(one -> column.apply(one.latest()))
                .map(time -> time == null ? null : time.atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
    }
}
