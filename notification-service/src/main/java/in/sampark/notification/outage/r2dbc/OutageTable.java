package in.sampark.notification.outage.r2dbc;

import in.sampark.notification.fanout.domain.Extent;
import in.sampark.notification.fanout.domain.Level;
import in.sampark.notification.message.MessageRow;
import in.sampark.notification.message.domain.NamedUuid;
import in.sampark.notification.outage.domain.News;
import in.sampark.notification.outage.domain.Outage;
import in.sampark.notification.outage.domain.Outage.Told;
import in.sampark.notification.outage.domain.OutageRevision;
import in.sampark.notification.outage.domain.Phase;
import in.sampark.notification.outage.domain.Stage;
import in.sampark.notification.outage.domain.Words;
import in.sampark.platform.database.Column;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Outages and what was told of them. Everything joins the caller's transaction. */
public class OutageTable {

    private static final String SELECT = """
            select outage_id, revision, discom, event_id, occurred_at, stage, level, assets, from_at, until_at,
                   restored_at, words::text as words, phase, told_news, told_phase, told_revision
            from outages
            """;

    private static final String LOCK = SELECT + "where outage_id = any($1) order by outage_id for update";

    private static final String LOCK_WAITING = SELECT + "where waiting_id = any($1) order by outage_id for update";

    private static final String SAVE = """
            insert into outages as o (outage_id, revision, waiting_id, discom, event_id, occurred_at, stage, level, assets,
                                      from_at, until_at, restored_at, words, phase, told_news, told_phase, told_revision)
            select n.outage_id, n.revision, n.waiting_id, n.discom, n.event_id, n.occurred_at, n.stage, n.level,
                   string_to_array(n.assets, E'\\x1f'), n.from_at, n.until_at, n.restored_at, n.words::jsonb,
                   n.phase, n.told_news, n.told_phase, n.told_revision
            from unnest($1::text[], $2::bigint[], $3::uuid[], $4::text[], $5::text[], $6::timestamptz[], $7::text[],
                        $8::text[], $9::text[], $10::timestamptz[], $11::timestamptz[], $12::timestamptz[],
                        $13::text[], $14::text[], $15::text[], $16::text[], $17::bigint[])
                 as n(outage_id, revision, waiting_id, discom, event_id, occurred_at, stage, level, assets,
                      from_at, until_at, restored_at, words, phase, told_news, told_phase, told_revision)
            order by n.outage_id
            on conflict (outage_id) do update
              set revision = excluded.revision, event_id = excluded.event_id, occurred_at = excluded.occurred_at,
                  stage = excluded.stage, level = excluded.level, assets = excluded.assets,
                  from_at = excluded.from_at, until_at = excluded.until_at, restored_at = excluded.restored_at,
                  words = excluded.words, phase = excluded.phase, told_news = excluded.told_news,
                  told_phase = excluded.told_phase, told_revision = excluded.told_revision
              where o.revision <= excluded.revision
            """;

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, Words>> WORDS = new TypeReference<>() {};

    private final DatabaseClient database;

    public OutageTable(DatabaseClient database) {
        this.database = database;
    }

    /** The outages that are known, by id, kept from changing. */
    public Mono<Map<String, Outage>> lock(Collection<String> outageIds) {
        return database.sql(LOCK)
                .bind("$1", outageIds.toArray(String[]::new))
                .map(OutageTable::outage)
                .all()
                .collectMap(outage -> outage.latest().outageId());
    }

    /** Outages by the ids under which they wait, kept from changing. */
    public Mono<List<Outage>> lockWaiting(Collection<UUID> waitingIds) {
        return database.sql(LOCK_WAITING)
                .bind("$1", waitingIds.toArray(UUID[]::new))
                .map(OutageTable::outage)
                .all()
                .collectList();
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
                .bind("$7", texts(outages, one -> one.stage().name()))
                .bind("$8", texts(outages, one -> one.extent().level().name()))
                .bind("$9", texts(outages, one -> MessageRow.joined(one.extent().assets())))
                .bind("$10", times(outages, OutageRevision::from))
                .bind("$11", times(outages, OutageRevision::until))
                .bind("$12", times(outages, OutageRevision::restoredAt))
                .bind("$13", texts(outages, one -> JSON.writeValueAsString(one.words())))
                .bind("$14", outages.stream().map(one -> one.phase().name()).toArray(String[]::new))
                .bind("$15", told(outages, told -> told.news().name(), String[]::new))
                .bind("$16", told(outages, told -> told.phase().name(), String[]::new))
                .bind("$17", told(outages, Told::revision, Long[]::new))
                .then();
    }

    private static Outage outage(Readable row) {
        return new Outage(revision(row), Phase.valueOf(Column.of(row, "phase", String.class)), told(row));
    }

    private static OutageRevision revision(Readable row) {
        return new OutageRevision(
                Column.of(row, "outage_id", String.class),
                Column.of(row, "revision", Long.class),
                Column.of(row, "event_id", String.class),
                Column.of(row, "occurred_at", Instant.class),
                Column.of(row, "discom", String.class),
                Stage.valueOf(Column.of(row, "stage", String.class)),
                new Extent(
                        Level.valueOf(Column.of(row, "level", String.class)),
                        List.of(Column.of(row, "assets", String[].class))),
                Column.of(row, "from_at", Instant.class),
                row.get("until_at", Instant.class),
                row.get("restored_at", Instant.class),
                JSON.readValue(Column.of(row, "words", String.class), WORDS));
    }

    private static @Nullable Told told(Readable row) {
        String news = row.get("told_news", String.class);
        return news == null
                ? null
                : new Told(
                        News.valueOf(news),
                        Phase.valueOf(Column.of(row, "told_phase", String.class)),
                        Column.of(row, "told_revision", Long.class));
    }

    private static String[] texts(List<Outage> outages, Function<OutageRevision, String> column) {
        return outages.stream().map(one -> column.apply(one.latest())).toArray(String[]::new);
    }

    private static <V> @Nullable V[] told(
            List<Outage> outages, Function<Told, V> column, IntFunction<@Nullable V[]> array) {
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
