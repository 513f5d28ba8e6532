package in.sampark.meter.balance.r2dbc;

import in.sampark.meter.balance.OwnRungs;
import in.sampark.meter.database.Columns;
import in.sampark.platform.messaging.Projected;
import java.util.Collection;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Own rungs in PostgreSQL: a row for whoever ever asked, so that next to nothing is joined where accounts are locked. */
public final class R2dbcOwnRungs implements OwnRungs {

    private static final String KEEP = """
            insert into own_rung as held (connection_id, version, paise, days)
            select n.connection_id, n.version, n.paise, n.days
            from unnest($1::text[], $2::bigint[], $3::bigint[], $4::bigint[]) as n(connection_id, version, paise, days)
            where n.paise is not null or n.days is not null
               or exists (select from own_rung known where known.connection_id = n.connection_id)
            order by n.connection_id
            on conflict (connection_id) do update
            set version = excluded.version, paise = excluded.paise, days = excluded.days
            where excluded.version > held.version
            """;

    private final DatabaseClient database;

    public R2dbcOwnRungs(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> keep(Collection<Projected<Wish>> wishes) {
        if (wishes.isEmpty()) return Mono.empty();
        Columns<Projected<Wish>> columns = Columns.of(wishes);
        Columns<Wish> of = Columns.of(wishes.stream()
                .map(wish -> Objects.requireNonNullElse(wish.state(), Wish.NONE))
                .toList());
        return database.sql(KEEP)
                .bind("$1", columns.texts(Projected::key))
                // a removal has no version: it is the last word on all that came before it
                .bind(
                        "$2",
                        columns.numbers(
                                wish -> wish.removed() ? Long.valueOf(Long.MAX_VALUE) : Long.valueOf(wish.version())))
                .bind("$3", of.numbers(Wish::paise))
                .bind(
                        "$4",
                        of.numbers(
                                wish -> wish.days() == null ? null : wish.days().longValue()))
                .then();
    }
}
