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
            insert into own_rung as held (connection_id, version, topic_offset, removed, paise, days)
            select n.connection_id, n.version, n.topic_offset, n.removed, n.paise, n.days
            from unnest($1::text[], $2::bigint[], $3::bigint[], $4::boolean[], $5::bigint[], $6::bigint[])
                as n(connection_id, version, topic_offset, removed, paise, days)
            where n.paise is not null or n.days is not null
               or exists (select from own_rung known where known.connection_id = n.connection_id)
            order by n.connection_id
            on conflict (connection_id) do update
            set version = excluded.version, topic_offset = excluded.topic_offset, removed = excluded.removed,
                paise = excluded.paise, days = excluded.days
            where case when excluded.removed or held.removed then excluded.topic_offset > held.topic_offset
                       else excluded.version > held.version end
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
                .bind("$2", columns.numbers(Projected::version))
                .bind("$3", columns.numbers(Projected::offset))
                .bind("$4", columns.flags(Projected::removed))
                .bind("$5", of.numbers(Wish::paise))
                .bind(
                        "$6",
                        of.numbers(
                                wish -> wish.days() == null ? null : wish.days().longValue()))
                .then();
    }
}
