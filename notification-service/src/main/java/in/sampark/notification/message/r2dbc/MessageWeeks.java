package in.sampark.notification.message.r2dbc;

import in.sampark.notification.message.domain.NamedUuid;
import in.sampark.platform.database.Column;
import in.sampark.platform.database.DayPartitions;
import in.sampark.platform.time.India;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.SortedSet;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** The partitions of messages: one a local week by the time their ids begin with, one for weeks without, and what was there before ids did. */
public class MessageWeeks {

    private static final int DAYS = 7;

    /** Only ids that begin with their message's time: those of earlier builds may look like any. */
    private static final String STRAY = """
            select due_at from messages_default
            where due_at between $1 and $2
              and translate(left(message_id::text, 13), '-', '') = lpad(to_hex(floor(extract(epoch from due_at) * 1000)::bigint), 12, '0')
            limit 1
            """;

    private static final String FORGET_VALUES = "delete from shared_values where values_id < $1";

    private static final String FORGET_STRAYS = "delete from messages_default where due_at < $1";

    private static final String EARLIER = """
            select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = 'messages'::regclass and c.relname ~ '^messages_until_[0-9]{8}$' and right(c.relname, 8) < $1
            """;

    /**
     * A message is changed twice within seconds of being inserted, by its outcome and by its receipt: whatever was inserted onto a page finds room there once
     * more, or each change would be one of every index, too. Emptied of earlier versions by whoever changes it, a page waits for no vacuum; one that comes
     * when a fifth has changed, as by default, or because so many were inserted, would read and write the whole week again and again while half a million are
     * told.
     */
    private static final String STORAGE =
            "with (fillfactor = 45, autovacuum_vacuum_scale_factor = 1, autovacuum_vacuum_insert_threshold = -1)";

    private final DatabaseClient database;
    private final DayPartitions partitions;

    public MessageWeeks(DatabaseClient database) {
        this.database = database;
        this.partitions = new DayPartitions(database, "messages", "message_id", DAYS, MessageWeeks::bound, STORAGE);
    }

    /** The weeks that have a partition, by their first days. */
    public Mono<SortedSet<LocalDate>> present() {
        return partitions.present();
    }

    /** Gives a week its partition, and into it what there is of the week. Joins the caller's transaction. */
    public Mono<Void> add(LocalDate first) {
        return partitions.add(first);
    }

    /** Drops a week's partition with all that is in it. */
    public Mono<Void> drop(LocalDate first) {
        return partitions.drop(first);
    }

    /** Forgets what messages about what happened before a time shared. */
    public Mono<Void> forgetValues(Instant before) {
        return database.sql(FORGET_VALUES)
                .bind("$1", NamedUuid.earliest(before))
                .then();
    }

    /** When something happened between these times, in a week without a partition, of which there are messages; empty when there is none. */
    public Mono<Instant> stray(Instant from, Instant to) {
        return database.sql(STRAY)
                .bind("$1", from.atOffset(ZoneOffset.UTC))
                .bind("$2", to.atOffset(ZoneOffset.UTC))
                .map(row -> Column.of(row, 0, Instant.class))
                .one();
    }

    /** Deletes messages of what happened before a time that are in no week's partition, and drops those from before there were any when all are older. */
    public Mono<Void> forgetOthers(Instant before) {
        return database.sql(FORGET_STRAYS)
                .bind("$1", before.atOffset(ZoneOffset.UTC))
                .then()
                .then(database.sql(EARLIER)
                        .bind("$1", LocalDate.ofInstant(before, India.ZONE).format(DateTimeFormatter.BASIC_ISO_DATE))
                        .map(row -> Column.of(row, 0, String.class))
                        .all()
                        .concatMap(partitions::drop)
                        .then());
    }

    private static UUID bound(LocalDate day) {
        return NamedUuid.earliest(day.atStartOfDay(India.ZONE).toInstant());
    }
}
