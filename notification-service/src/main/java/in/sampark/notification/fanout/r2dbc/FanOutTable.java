package in.sampark.notification.fanout.r2dbc;

import in.sampark.notification.fanout.domain.Broadcast;
import in.sampark.notification.fanout.domain.Cursor;
import in.sampark.notification.fanout.domain.Extent;
import in.sampark.notification.fanout.domain.FanOut;
import in.sampark.notification.fanout.domain.Level;
import in.sampark.notification.fanout.domain.Spared;
import in.sampark.notification.message.MessageRow;
import in.sampark.notification.plan.domain.Rules;
import in.sampark.platform.database.Column;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Fan-outs and how far they have come. Statements that write join the caller's transaction. */
public class FanOutTable {

    /** The channel that rings when one begins. */
    public static final String CHANNEL = "fan_outs";

    private static final String BEGIN = """
            insert into fan_outs (fan_out_id, subject, discom, event_id, kind, level, assets, template_values,
                                  at, relevant_until, kept, spared, release)
            select n.fan_out_id, n.subject, n.discom, n.event_id, n.kind, n.level, string_to_array(n.assets, E'\\x1f'),
                   n.template_values::jsonb, n.at, n.relevant_until, n.kept, n.spared::jsonb,
                   n.release
            from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                        $9::timestamptz[], $10::timestamptz[], $11::bool[], $12::text[], $13::bool[])
                 as n(fan_out_id, subject, discom, event_id, kind, level, assets, template_values,
                      at, relevant_until, kept, spared, release)
            on conflict do nothing
            """;

    private static final String RING = "select pg_notify('" + CHANNEL + "', '')";

    private static final String END = """
            update fan_outs set state = 'ENDED' where subject = any($1) and state = 'UNDER_WAY' and not release
            """;

    private static final String SPARE = """
            update fan_outs f
            set spared = jsonb_set(f.spared, array[n.level], (
                  select jsonb_agg(distinct a.asset)
                  from jsonb_array_elements(coalesce(f.spared -> n.level, '[]') || n.assets::jsonb) as a(asset)))
            from unnest($1::text[], $2::text[], $3::text[]) as n(subject, level, assets)
            where f.subject = n.subject and f.state = 'UNDER_WAY' and f.release
            """;

    private static final String NEXT = """
            select fan_out_id, subject, discom, event_id, kind, level, assets, template_values::text as template_values,
                   at, relevant_until, kept, release, spared::text as spared, cursor_place, cursor_connection
            from fan_outs where state = 'UNDER_WAY' order by turn limit 1 for update
            """;

    private static final String MOVE = """
            update fan_outs
            set cursor_place = $2, cursor_connection = $3, turn = nextval(pg_get_serial_sequence('fan_outs', 'turn'))
            where fan_out_id = $1
            """;

    private static final String CLOSE = "update fan_outs set state = $2 where fan_out_id = $1";

    private static final String COUNT = "select count(*) from fan_outs where state = 'UNDER_WAY'";

    private static final String PRUNE = """
            delete from fan_outs where fan_out_id in (
              select fan_out_id from fan_outs where state <> 'UNDER_WAY' and relevant_until < $1 limit $2)
            """;

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<Level, Set<String>>> ASSETS_BY_LEVEL = new TypeReference<>() {};

    /**
     * The fan-out whose turn it is.
     *
     * @param fanOut null when this build has no rule of its kind
     * @param cursor how far it has come
     */
    public record Turn(UUID id, @Nullable FanOut fanOut, Cursor cursor) {}

    private final DatabaseClient database;
    private final Rules rules;

    public FanOutTable(DatabaseClient database, Rules rules) {
        this.database = database;
        this.rules = rules;
    }

    /** Begins fan-outs; one that began before is left as it is. */
    public Mono<Void> begin(List<FanOut> fanOuts) {
        if (fanOuts.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(BEGIN)
                .bind("$1", fanOuts.stream().map(FanOut::id).toArray(UUID[]::new))
                .bind("$2", texts(fanOuts, FanOut::subject))
                .bind("$3", texts(fanOuts, FanOut::discom))
                .bind("$4", texts(fanOuts, FanOut::eventId))
                .bind("$5", texts(fanOuts, one -> one.rule().kind()))
                .bind("$6", texts(fanOuts, one -> one.extent().level().name()))
                .bind("$7", texts(fanOuts, one -> MessageRow.joined(one.extent().assets())))
                .bind("$8", texts(fanOuts, one -> MessageRow.json(one.values())))
                .bind("$9", times(fanOuts, FanOut::at))
                .bind("$10", times(fanOuts, FanOut::relevantUntil))
                .bind("$11", fanOuts.stream().map(FanOut::kept).toArray(Boolean[]::new))
                .bind(
                        "$12",
                        texts(
                                fanOuts,
                                one -> JSON.writeValueAsString(one.spared().assets())))
                .bind("$13", fanOuts.stream().map(FanOut::release).toArray(Boolean[]::new))
                .then()
                .then(database.sql(RING).then());
    }

    /** Ends what is under way of subjects, releases apart. */
    public Mono<Void> end(Collection<String> subjects) {
        return database.sql(END).bind("$1", subjects.toArray(String[]::new)).then();
    }

    /** Has releases under way pass by whom news of their subjects concern, one a subject. */
    public Mono<Void> spare(List<Broadcast> news) {
        return database.sql(SPARE)
                .bind("$1", news.stream().map(Broadcast::subject).toArray(String[]::new))
                .bind(
                        "$2",
                        news.stream().map(one -> one.extent().level().name()).toArray(String[]::new))
                .bind(
                        "$3",
                        news.stream()
                                .map(one -> JSON.writeValueAsString(one.extent().assets()))
                                .toArray(String[]::new))
                .then();
    }

    /** The fan-out that waits longest for its next page, which nobody else has until the caller's transaction ends; or none. */
    public Mono<Turn> next() {
        return database.sql(NEXT).map(this::turn).one();
    }

    /** Notes how far one has come; the others come first now. */
    public Mono<Void> move(UUID id, Cursor cursor) {
        return database.sql(MOVE)
                .bind("$1", id)
                .bind("$2", cursor.place())
                .bind("$3", cursor.connectionId())
                .then();
    }

    /** Notes that everybody has been looked at. */
    public Mono<Void> done(UUID id) {
        return close(id, "DONE");
    }

    /** Ends one before everybody has been looked at. */
    public Mono<Void> end(UUID id) {
        return close(id, "ENDED");
    }

    /** Forgets those that ended and were worth telling before that time; answers how many, at most {@code limit}. */
    public Mono<Long> prune(Instant before, int limit) {
        return database.sql(PRUNE)
                .bind("$1", before.atOffset(ZoneOffset.UTC))
                .bind("$2", limit)
                .fetch()
                .rowsUpdated();
    }

    /** How many are under way. */
    public Mono<Long> count() {
        return database.sql(COUNT).map(row -> Column.of(row, 0, Long.class)).one();
    }

    private Mono<Void> close(UUID id, String state) {
        return database.sql(CLOSE).bind("$1", id).bind("$2", state).then();
    }

    private Turn turn(Readable row) {
        return new Turn(
                Column.of(row, "fan_out_id", UUID.class),
                fanOut(row),
                new Cursor(
                        Column.of(row, "cursor_place", String.class),
                        Column.of(row, "cursor_connection", String.class)));
    }

    private @Nullable FanOut fanOut(Readable row) {
        return rules.ofKind(Column.of(row, "kind", String.class))
                .map(rule -> new FanOut(
                        Column.of(row, "fan_out_id", UUID.class),
                        Column.of(row, "subject", String.class),
                        Column.of(row, "discom", String.class),
                        Column.of(row, "event_id", String.class),
                        rule,
                        new Extent(
                                Level.valueOf(Column.of(row, "level", String.class)),
                                List.of(Column.of(row, "assets", String[].class))),
                        new Spared(JSON.readValue(Column.of(row, "spared", String.class), ASSETS_BY_LEVEL)),
                        MessageRow.values(Column.of(row, "template_values", String.class)),
                        Column.of(row, "at", Instant.class),
                        Column.of(row, "relevant_until", Instant.class),
                        Column.of(row, "kept", Boolean.class),
                        Column.of(row, "release", Boolean.class)))
                .orElse(null);
    }

    private static String[] texts(List<FanOut> fanOuts, Function<FanOut, String> column) {
        return fanOuts.stream().map(column).toArray(String[]::new);
    }

    private static OffsetDateTime[] times(List<FanOut> fanOuts, Function<FanOut, Instant> column) {
        return fanOuts.stream()
                .map(one -> column.apply(one).atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
    }
}
