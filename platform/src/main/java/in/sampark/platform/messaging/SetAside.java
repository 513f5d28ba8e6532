package in.sampark.platform.messaging;

import in.sampark.platform.database.Column;
import in.sampark.platform.outbox.DeadLetter;
import in.sampark.platform.outbox.Outbox;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Records put aside by a listener: remembered by position, so that a replay passes them by, and sent on as dead letters. */
final class SetAside {

    private static final String FIND = """
            select s.topic, s.partition, s."offset"
            from unnest($2::text[], $3::int[], $4::bigint[], $5::bigint[]) as r(topic, partition, first, last)
            join set_aside s
              on s.listener = $1 and s.topic = r.topic and s.partition = r.partition and s."offset" between r.first and r.last
            """;
    private static final String INSERT = """
            insert into set_aside (listener, topic, partition, "offset", reason, judged)
            select $1, r.topic, r.partition, r."offset", r.reason, r.judged
            from unnest($2::text[], $3::int[], $4::bigint[], $5::text[], $6::boolean[]) as r(topic, partition, "offset", reason, judged)
            on conflict do nothing
            """;
    private static final String OPEN = """
            select s.topic, s.partition, s."offset", s.judged
            from set_aside s
            where s.listener = $1 and s.replayed_at is null
              and (s.topic, s.partition, s."offset") in (select * from unnest($2::text[], $3::int[], $4::bigint[]))
            order by 1, 2, 3
            """;

    /** Whoever replays the same at the same time waits, and then finds it taken. */
    private static final String TAKE = """
            with taken as (
            """ + OPEN + """
             for update)
            update set_aside s set replayed_at = now()
            from taken t
            where s.listener = $1 and s.topic = t.topic and s.partition = t.partition and s."offset" = t."offset"
            returning s.topic, s.partition, s."offset", s.judged
            """;

    private static final String PUT_BACK = """
            update set_aside s
            set replayed_at = null, reason = r.reason, judged = s.judged or r.judged
            from unnest($2::text[], $3::int[], $4::bigint[], $5::text[], $6::boolean[]) as r(topic, partition, "offset", reason, judged)
            where s.listener = $1 and s.topic = r.topic and s.partition = r.partition and s."offset" = r."offset"
            """;

    /** What was set aside and not replayed. */
    record Taken(Position position, boolean judged) {}

    /** Records of one partition. */
    private record Stretch(TopicPartition partition, long first, long last) {

        static Stretch of(ConsumerRecord<?, ?> record) {
            return new Stretch(
                    new TopicPartition(record.topic(), record.partition()), record.offset(), record.offset());
        }

        Stretch and(Stretch other) {
            return new Stretch(partition, Math.min(first, other.first), Math.max(last, other.last));
        }
    }

    private final DatabaseClient database;
    private final Outbox outbox;
    private final String service;

    SetAside(DatabaseClient database, Outbox outbox, String service) {
        this.database = database;
        this.outbox = outbox;
        this.service = service;
    }

    /** The records that the listener has not put aside before. */
    Mono<List<ConsumerRecord<byte[], byte[]>>> without(String listener, List<ConsumerRecord<byte[], byte[]>> records) {
        Collection<Stretch> stretches = stretches(records);
        return database.sql(FIND)
                .bind("$1", listener)
                .bind("$2", array(stretches, stretch -> stretch.partition().topic(), String[]::new))
                .bind("$3", array(stretches, stretch -> stretch.partition().partition(), Integer[]::new))
                .bind("$4", array(stretches, Stretch::first, Long[]::new))
                .bind("$5", array(stretches, Stretch::last, Long[]::new))
                .map(row -> position(row))
                .all()
                .collectList()
                .map(found -> {
                    Set<Position> aside = new HashSet<>(found);
                    return aside.isEmpty()
                            ? records
                            : records.stream()
                                    .filter(r -> !aside.contains(Position.of(r)))
                                    .toList();
                });
    }

    /** Puts records aside; joins the caller's transaction. */
    Mono<Void> add(String listener, List<Aside> asides) {
        if (asides.isEmpty()) {
            return Mono.empty();
        }
        return write(INSERT, listener, asides)
                .then(outbox.addDeadLetters(asides.stream()
                        .map(aside -> DeadLetter.of(service, listener, aside.record(), aside.reason()))
                        .toList()));
    }

    /** Those of the records that the listener has put aside and that were not replayed. */
    Mono<List<Taken>> open(String listener, List<ConsumerRecord<byte[], byte[]>> records) {
        return find(OPEN, listener, records);
    }

    /** As above, and they count as replayed when the caller's transaction stays. */
    Mono<List<Taken>> take(String listener, List<ConsumerRecord<byte[], byte[]>> records) {
        return find(TAKE, listener, records);
    }

    /** What could not be handled again stays aside, without another dead letter; joins the caller's transaction. */
    Mono<Void> putBack(String listener, List<Aside> asides) {
        return asides.isEmpty() ? Mono.empty() : write(PUT_BACK, listener, asides);
    }

    private Mono<List<Taken>> find(String sql, String listener, List<ConsumerRecord<byte[], byte[]>> records) {
        return database.sql(sql)
                .bind("$1", listener)
                .bind("$2", topics(records))
                .bind("$3", partitions(records))
                .bind("$4", offsets(records))
                .map(row -> new Taken(position(row), Column.of(row, 3, Boolean.class)))
                .all()
                .collectList();
    }

    private Mono<Void> write(String sql, String listener, List<Aside> asides) {
        List<ConsumerRecord<byte[], byte[]>> records =
                asides.stream().map(Aside::record).toList();
        return database.sql(sql)
                .bind("$1", listener)
                .bind("$2", topics(records))
                .bind("$3", partitions(records))
                .bind("$4", offsets(records))
                .bind("$5", asides.stream().map(Aside::reason).toArray(String[]::new))
                .bind("$6", asides.stream().map(Aside::judged).toArray(Boolean[]::new))
                .then();
    }

    private static Position position(Readable row) {
        return new Position(
                Column.of(row, 0, String.class), Column.of(row, 1, Integer.class), Column.of(row, 2, Long.class));
    }

    /** A few, however many records: asking for each would cost as much as handling it. */
    private static Collection<Stretch> stretches(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream()
                .map(Stretch::of)
                .collect(Collectors.toMap(Stretch::partition, stretch -> stretch, Stretch::and))
                .values();
    }

    private static <C> C[] array(Collection<Stretch> stretches, Function<Stretch, C> value, IntFunction<C[]> ofLength) {
        return stretches.stream().map(value).toArray(ofLength);
    }

    private static String[] topics(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream().map(ConsumerRecord::topic).toArray(String[]::new);
    }

    private static Integer[] partitions(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream().map(ConsumerRecord::partition).toArray(Integer[]::new);
    }

    private static Long[] offsets(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream().map(ConsumerRecord::offset).toArray(Long[]::new);
    }
}
