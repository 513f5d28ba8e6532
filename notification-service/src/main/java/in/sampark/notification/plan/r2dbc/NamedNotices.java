package in.sampark.notification.plan.r2dbc;

import in.sampark.notification.plan.HeardNotices;
import in.sampark.notification.plan.domain.Moment;
import in.sampark.notification.plan.domain.Notice;
import in.sampark.notification.plan.domain.Rule;
import in.sampark.platform.database.Column;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * The notices that were planned of kinds which others come after, the last of each and those before it as far as no end was planned in between, so that
 * it can be asked whether one of them was heard: a cut that nobody heard of need not be withdrawn. Every statement joins the caller's transaction.
 */
public class NamedNotices {

    private static final String NOTE = """
            insert into named_notices as n (connection_id, kind, matter, message_id, at, version)
            select * from unnest($1::text[], $2::text[], $3::text[], $4::uuid[], $5::timestamptz[], $6::bigint[])
            on conflict (connection_id, kind, matter) do update
              set message_id = excluded.message_id, at = excluded.at, version = excluded.version, ended = false,
                  earlier = case when n.ended then '{}' else array(select unnest(n.message_id || n.earlier) limit 31) end
              where case when excluded.version > 0 and n.version > 0 then excluded.version > n.version else excluded.at > n.at end
            """;

    private static final String END = """
            update named_notices n set ended = true
            from unnest($1::text[], $2::text[], $3::text[], $4::uuid[], $5::timestamptz[], $6::bigint[])
                 as e(connection_id, kind, matter, message_id, at, version)
            where (n.connection_id, n.kind, n.matter) = (e.connection_id, e.kind, e.matter)
              and case when e.version > 0 and n.version > 0 then e.version > n.version else e.at >= n.at end
            """;

    private static final String HEARD = """
            select q.message_id from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) as q(message_id, connection_id, kind, matter)
            where %s
            """.formatted(HeardNotices.sql("q.connection_id", "q.kind", "q.matter", "$5"));

    private static final String FORGET = "delete from named_notices where at < $1";

    private record Key(String connectionId, String kind, String matter) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::connectionId).thenComparing(Key::kind).thenComparing(Key::matter);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /** A notice as it concerns a kind that others come after: one of the kind, or an end of it. */
    private record Noted(Key key, Notice notice, boolean end) {

        static Stream<Noted> of(Notice notice, Set<String> named) {
            Rule rule = notice.rule();
            return Stream.concat(
                    Stream.ofNullable(rule.after()).map(kind -> new Noted(key(notice, kind), notice, true)),
                    Stream.of(rule.kind())
                            .filter(named::contains)
                            .map(kind -> new Noted(key(notice, kind), notice, false)));
        }

        private static Key key(Notice notice, String kind) {
            return new Key(notice.occurrence().connectionId(), kind, notice.matter());
        }
    }

    private final DatabaseClient database;

    public NamedNotices(DatabaseClient database) {
        this.database = database;
    }

    /** Takes note of notices in the order of their events. @param named kinds that others come after */
    public Mono<Void> note(Collection<Notice> notices, Set<String> named) {
        return note(notices.stream().flatMap(one -> Noted.of(one, named)).toList());
    }

    private Mono<Void> note(List<Noted> notices) {
        if (notices.isEmpty()) {
            return Mono.empty();
        }
        var first = new TreeMap<Key, Noted>(); // in order, so that no two transactions wait for each other
        var later = new ArrayList<Noted>();
        for (Noted one : notices) {
            if (first.putIfAbsent(one.key(), one) != null) {
                later.add(one);
            }
        }
        return write(NOTE, first.values(), false)
                .then(Mono.defer(() -> write(END, first.values(), true)))
                .then(Mono.defer(() -> note(later)));
    }

    private Mono<Void> write(String sql, Collection<Noted> all, boolean end) {
        List<Noted> rows = all.stream().filter(one -> one.end() == end).toList();
        if (rows.isEmpty()) {
            return Mono.empty();
        }
        List<Notice> notices = rows.stream().map(Noted::notice).toList();
        return database.sql(sql)
                .bind("$1", texts(notices, one -> one.occurrence().connectionId()))
                .bind("$2", rows.stream().map(one -> one.key().kind()).toArray(String[]::new))
                .bind("$3", texts(notices, Notice::matter))
                .bind("$4", notices.stream().map(Notice::messageId).toArray(UUID[]::new))
                .bind(
                        "$5",
                        notices.stream()
                                .map(one -> one.occurrence().at().atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new))
                .bind("$6", notices.stream().map(one -> moment(one).version()).toArray(Long[]::new))
                .then();
    }

    /** Of notices that come after others the messages whose others may have been heard. */
    public Mono<Set<UUID>> heard(List<Notice> notices) {
        return database.sql(HEARD)
                .bind("$1", notices.stream().map(Notice::messageId).toArray(UUID[]::new))
                .bind("$2", texts(notices, one -> one.occurrence().connectionId()))
                .bind("$3", texts(notices, one -> String.valueOf(one.rule().after())))
                .bind("$4", texts(notices, Notice::matter))
                .bind("$5", HeardNotices.states())
                .map(row -> Column.of(row, 0, UUID.class))
                .all()
                .collect(Collectors.toSet());
    }

    /** Forgets those from before a time from which nothing is told any more. */
    public Mono<Void> forget(Instant before) {
        return database.sql(FORGET).bind("$1", before.atOffset(ZoneOffset.UTC)).then();
    }

    private static Moment moment(Notice notice) {
        return Moment.of(notice.occurrence().at(), notice.occurrence().values());
    }

    private static String[] texts(List<Notice> notices, Function<Notice, String> column) {
        return notices.stream().map(column).toArray(String[]::new);
    }
}
