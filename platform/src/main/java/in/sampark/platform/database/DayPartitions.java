package in.sampark.platform.database;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Partitions of a table in PostgreSQL, each of some days and named after the first of them, {@code <table>_<yyyymmdd>}, beside
 * {@code <table>_default} for what lies on days without one. Names and bounds are made of dates alone, as statements of this kind take no parameters.
 */
public final class DayPartitions {

    private static final String PRESENT = """
            select right(c.relname, 8) as day
            from pg_inherits i
            join pg_class c on c.oid = i.inhrelid
            where i.inhparent = '%1$s'::regclass and c.relname ~ '^%1$s_[0-9]{8}$'
            """;

    /** Nobody puts a row of the days there meanwhile. */
    private static final String LOCK = "lock table %1$s_default in access exclusive mode";

    private static final String CREATE = "create table %2$s (like %1$s including all) %6$s";

    private static final String FILL = """
            with moved as (delete from %1$s_default where %5$s >= '%3$s' and %5$s < '%4$s' returning *)
            insert into %2$s select * from moved
            """;

    /** A partition made in its place would wait for all readers and writers of all the others. */
    private static final String ATTACH = "alter table %1$s attach partition %2$s for values from ('%3$s') to ('%4$s')";

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

    /** The first days of those that there are. */
    public Mono<SortedSet<LocalDate>> present() {
        return database.sql(PRESENT.formatted(table))
                .map(row -> LocalDate.parse(Column.of(row, "day", String.class), DateTimeFormatter.BASIC_ISO_DATE))
                .all()
                .collect(TreeSet::new, SortedSet::add);
    }

    /** Makes the one that begins with a day, and puts into it what there is of its days. Joins the caller's transaction. */
    public Mono<Void> add(LocalDate first) {
        return Flux.just(LOCK, CREATE, FILL, ATTACH)
                .map(statement -> statement.formatted(
                        table, name(first), bound.apply(first), bound.apply(first.plusDays(days)), column, storage))
                .concatMap(statement -> database.sql(statement).then())
                .then();
    }

    /** Drops the one that begins with a day, with all that is in it. */
    public Mono<Void> drop(LocalDate first) {
        return database.sql("drop table " + name(first)).then();
    }

    private String name(LocalDate first) {
        return table + "_" + first.format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}
