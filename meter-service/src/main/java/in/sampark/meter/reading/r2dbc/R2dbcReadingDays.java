package in.sampark.meter.reading.r2dbc;

import in.sampark.meter.balance.domain.Midnight;
import in.sampark.meter.reading.ReadingDays;
import in.sampark.platform.database.Column;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Partitions in PostgreSQL, named after their day. Names and bounds are made of dates alone, as statements of this kind take no parameters. */
public final class R2dbcReadingDays implements ReadingDays {

    private static final String PREFIX = "reading_";

    private static final String PRESENT = """
            select substr(c.relname, 9) as day
            from pg_inherits i
            join pg_class c on c.oid = i.inhrelid
            where i.inhparent = 'reading'::regclass and c.relname ~ '^reading_[0-9]{8}$'
            """;

    private static final String STRAY = "select min(register_at) as register_at from reading_default";

    /** Nobody puts a reading of the day there meanwhile. */
    private static final String LOCK = "lock table reading_default in access exclusive mode";

    private static final String CREATE = "create table %1$s (like reading including all)";

    private static final String FILL = """
            with moved as (
                delete from reading_default where register_at >= '%2$s' and register_at < '%3$s'
                returning connection_id, register_at, register_wh, meter_no, moment, quality)
            insert into %1$s (connection_id, register_at, register_wh, meter_no, moment, quality)
            select * from moved
            """;

    /** A partition made in its place would wait for all readers and writers of all the others. */
    private static final String ATTACH =
            "alter table reading attach partition %1$s for values from ('%2$s') to ('%3$s')";

    private static final String DELETE_STRAYS = "delete from reading_default where register_at < $1";

    private final DatabaseClient database;

    public R2dbcReadingDays(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<SortedSet<LocalDate>> present() {
        return database.sql(PRESENT)
                .map(row -> LocalDate.parse(Column.of(row, "day", String.class), DateTimeFormatter.BASIC_ISO_DATE))
                .all()
                .collect(TreeSet::new, SortedSet::add);
    }

    @Override
    public Mono<LocalDate> stray() {
        return database.sql(STRAY)
                .map(row -> Optional.ofNullable(row.get(0, Instant.class)))
                .one()
                .flatMap(Mono::justOrEmpty)
                .map(Midnight::dayOf);
    }

    @Override
    public Mono<Void> add(LocalDate day) {
        return Flux.just(LOCK, CREATE, FILL, ATTACH)
                .map(statement -> statement.formatted(name(day), Midnight.starting(day), Midnight.ending(day)))
                .concatMap(statement -> database.sql(statement).then())
                .then();
    }

    @Override
    public Mono<Void> drop(LocalDate day) {
        return database.sql("drop table " + name(day)).then();
    }

    @Override
    public Mono<Void> deleteStrays(LocalDate through) {
        return database.sql(DELETE_STRAYS)
                .bind("$1", Midnight.ending(through).atOffset(ZoneOffset.UTC))
                .then();
    }

    private static String name(LocalDate day) {
        return PREFIX + day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}
