package in.sampark.meter.reading.r2dbc;

import in.sampark.meter.balance.domain.Midnight;
import in.sampark.meter.reading.ReadingDays;
import in.sampark.platform.database.DayPartitions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.SortedSet;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Partitions in PostgreSQL, one a day. */
public final class R2dbcReadingDays implements ReadingDays {

    private static final String STRAY = "select min(register_at) as register_at from reading_default";

    private static final String DELETE_STRAYS = "delete from reading_default where register_at < $1";

    private final DatabaseClient database;
    private final DayPartitions partitions;

    public R2dbcReadingDays(DatabaseClient database) {
        this.database = database;
        this.partitions = new DayPartitions(database, "reading", "register_at", 1, Midnight::starting, "");
    }

    @Override
    public Mono<SortedSet<LocalDate>> present() {
        return partitions.present();
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
        return partitions.add(day);
    }

    @Override
    public Mono<Void> drop(LocalDate day) {
        return partitions.drop(day);
    }

    @Override
    public Mono<Void> deleteStrays(LocalDate through) {
        return database.sql(DELETE_STRAYS)
                .bind("$1", Midnight.ending(through).atOffset(ZoneOffset.UTC))
                .then();
    }
}
