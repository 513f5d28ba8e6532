package in.sampark.notification.fanout.r2dbc;

import in.sampark.notification.fanout.domain.Broadcast;
import in.sampark.notification.fanout.domain.FanOut;
import in.sampark.notification.message.MessageRow;
import in.sampark.platform.database.Column;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Fan-outs as they begin, end and are forgotten. Statements that write join the caller's transaction. */
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

    private static final String COUNT = "select count(*) from fan_outs where state = 'UNDER_WAY'";

    private static final String PRUNE = """
            delete from fan_outs where fan_out_id in (
              select fan_out_id from fan_outs where state <> 'UNDER_WAY' and relevant_until < $1 limit $2)
            """;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final DatabaseClient database;

    public FanOutTable(DatabaseClient database) {
        this.database = database;
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

    private static String[] texts(List<FanOut> fanOuts, Function<FanOut, String> column) {
        return fanOuts.stream().map(column).toArray(String[]::new);
    }

    private static OffsetDateTime[] times(List<FanOut> fanOuts, Function<FanOut, Instant> column) {
        return fanOuts.stream()
                .map(one -> column.apply(one).atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
    }
}
