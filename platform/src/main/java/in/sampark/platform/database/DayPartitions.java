package in.sampark.platform.database;

import io.r2dbc.spi.R2dbcException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Partitions of a table in PostgreSQL, each of some days and named after the first of them, {@code <table>_<yyyymmdd>}, beside
 * {@code <table>_default} for what lies on days without one. Names and bounds are made of dates alone, as statements of this kind take no parameters.
 */
public final class DayPartitions {

    private static final Logger log = LoggerFactory.getLogger(DayPartitions.class);

    private static final int REPETITIONS = 2;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final String PRESENT = """
            select right(c.relname, 8) as day
            from pg_inherits i
            join pg_class c on c.oid = i.inhrelid
            where i.inhparent = '%1$s'::regclass and c.relname ~ '^%1$s_[0-9]{8}$'
            """;

    /** Whoever comes behind a statement that waits for the whole table waits, too, for as long as somebody reads. */
    private static final String SOON = "set local lock_timeout = '500ms'";

    /** By PostgreSQL: a lock was not to be had in time. */
    private static final String NOT_AVAILABLE = "55P03";

    /**
     * Nobody puts a row of the days into the default meanwhile; and nobody who came before the new partition looks for them where they no longer are, which
     * is why the whole table is locked: a query that waits for the default alone has already settled which partitions there are.
     */
    private static final String LOCK = "lock table only %1$s, only %1$s_default in access exclusive mode";

    private static final String CREATE = "create table %2$s (like %1$s including all) %6$s";

    private static final String FILL = """
            with moved as (delete from %1$s_default where %5$s >= '%3$s' and %5$s < '%4$s' returning *)
            insert into %2$s select * from moved
            """;

    private static final String ATTACH = "alter table %1$s attach partition %2$s for values from ('%3$s') to ('%4$s')";

    /** Somebody uses the table for longer than others may be kept waiting; the transaction is lost, and the same may be tried later. */
    public static final class InUse extends RuntimeException {

        private InUse(String table, Throwable cause) {
            super(
                    table + ": in use for longer than others may wait (expected: partitions change between two uses)",
                    cause);
        }
    }

    private final DatabaseClient database;
    private final String table;
    private final String column;
    private final int days;
    private final Function<LocalDate, ?> bound;
    private final String storage;

    /**
     * @param column by which the table is partitioned
     * @param days of a partition
     * @param bound the column's lowest value of a day
     * @param storage of a partition, e.g. {@code with (fillfactor = 60)}; or empty
     */
    public DayPartitions(
            DatabaseClient database,
            String table,
            String column,
            int days,
            Function<LocalDate, ?> bound,
            String storage) {
        this.database = database;
        this.table = table;
        this.column = column;
        this.days = days;
        this.bound = bound;
        this.storage = storage;
    }

    /**
     * A step that changes partitions: where the table is in use it is tried some times more, and then answers that there is nothing more to do now.
     *
     * @param step a transaction of its own; whether there may be more to do
     */
    public static Mono<Boolean> patiently(Mono<Boolean> step) {
        return step.retryWhen(Retry.fixedDelay(REPETITIONS, PAUSE)
                        .filter(InUse.class::isInstance)
                        .onRetryExhaustedThrow((spec, last) -> last.failure()))
                .onErrorResume(InUse.class, inUse -> {
                    log.warn("{}; left for later", inUse.getMessage());
                    return Mono.just(false);
                });
    }

    /** The first days of those that there are. */
    public Mono<SortedSet<LocalDate>> present() {
        return database.sql(PRESENT.formatted(table))
                .map(row -> LocalDate.parse(Column.of(row, "day", String.class), DateTimeFormatter.BASIC_ISO_DATE))
                .all()
                .collect(TreeSet::new, SortedSet::add);
    }

    /** Makes the one that begins with a day, and puts into it what there is of its days, or fails with {@link InUse}. Joins the caller's transaction. */
    public Mono<Void> add(LocalDate first) {
        return Flux.just(SOON, LOCK, CREATE, FILL, ATTACH)
                .map(statement -> statement.formatted(
                        table, name(first), bound.apply(first), bound.apply(first.plusDays(days)), column, storage))
                .concatMap(statement -> database.sql(statement).then())
                .then()
                .onErrorMap(this::inUse);
    }

    /** Drops the one that begins with a day, with all that is in it, or fails with {@link InUse}. Joins the caller's transaction. */
    public Mono<Void> drop(LocalDate first) {
        return drop(name(first));
    }

    /** As above, a partition that is none of days. */
    public Mono<Void> drop(String partition) {
        return database.sql(SOON)
                .then()
                .then(database.sql("drop table " + partition).then())
                .onErrorMap(this::inUse);
    }

    private Throwable inUse(Throwable failure) {
        return failure.getCause() instanceof R2dbcException cause && NOT_AVAILABLE.equals(cause.getSqlState())
                ? new InUse(table, failure)
                : failure;
    }

    private String name(LocalDate first) {
        return table + "_" + first.format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}
