package in.sampark.notification.plan.r2dbc;

import in.sampark.notification.plan.HeardNotices;
import in.sampark.notification.plan.domain.Moment;
import in.sampark.notification.plan.domain.Notice;
import in.sampark.platform.database.Column;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * The last notices that were planned of kinds which others come after, so that it can be asked whether they were heard: a cut that nobody heard of
 * need not be withdrawn. Every statement joins the caller's transaction.
 */
public class NamedNotices {

    private static final String NOTE = """
            insert into named_notices as n (connection_id, kind, matter, message_id, at, version)
            select * from unnest($1::text[], $2::text[], $3::text[], $4::uuid[], $5::timestamptz[], $6::bigint[])
            on conflict (connection_id, kind, matter) do update
              set message_id = excluded.message_id, at = excluded.at, version = excluded.version
              where case when excluded.version > 0 and n.version > 0 then excluded.version > n.version else excluded.at > n.at end
            """;

    private static final String HEARD = """
            select q.message_id from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) as q(message_id, connection_id, kind, matter)
            where %s
            """.formatted(HeardNotices.sql("q.connection_id", "q.kind", "q.matter", "$5"));

    private static final String FORGET = "delete from named_notices where at < $1";

    private record Key(String connectionId, String kind, String matter) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::connectionId).thenComparing(Key::kind).thenComparing(Key::matter);

        static Key of(Notice notice) {
            return new Key(notice.occurrence().connectionId(), notice.rule().kind(), notice.matter());
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private final DatabaseClient database;

    public NamedNotices(DatabaseClient database) {
        this.database = database;
    }

    /** Takes note of notices; of several of a kind about a connection the latest counts, in whatever order they come. */
    public Mono<Void> note(Collection<Notice> notices) {
        if (notices.isEmpty()) {
            return Mono.empty();
        }
        var latest = new TreeMap<Key, Notice>(); // in order, so that no two transactions wait for each other
        notices.forEach(one ->
                latest.merge(Key.of(one), one, (a, b) -> moment(b).isAfter(moment(a)) ? b : a));
        List<Notice> last = List.copyOf(latest.values());
        return database.sql(NOTE)
                .bind("$1", texts(last, one -> one.occurrence().connectionId()))
                .bind("$2", texts(last, one -> one.rule().kind()))
                .bind("$3", texts(last, Notice::matter))
                .bind("$4", last.stream().map(Notice::messageId).toArray(UUID[]::new))
                .bind(
                        "$5",
                        last.stream()
                                .map(one -> one.occurrence().at().atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new))
                .bind("$6", last.stream().map(one -> moment(one).version()).toArray(Long[]::new))
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
