package in.sampark.meter.entry.r2dbc;

import in.sampark.meter.database.Columns;
import in.sampark.meter.entry.Entries;
import in.sampark.meter.entry.domain.BookEntry;
import in.sampark.platform.database.Column;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Entries in PostgreSQL, whole batches a statement. */
public final class R2dbcEntries implements Entries {

    private static final String KNOWN = """
            select e.* from unnest($1::text[], $2::text[]) as q(discom, entry_id) join account_entry e using (discom, entry_id)
            union
            select e.* from account_entry e where e.kind = 'OPENING_BALANCE' and e.connection_id = any($3)
            """;

    private static final String ADD = """
            insert into account_entry (discom, entry_id, connection_id, kind, amount_paise, day, reason, booked_at)
            select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::date[], $7::text[], $8::timestamptz[])
            """;

    private final DatabaseClient database;

    public R2dbcEntries(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<List<BookEntry>> known(Collection<BookEntry.Id> ids, Collection<String> connectionIds) {
        Columns<BookEntry.Id> columns = Columns.of(ids);
        return database.sql(KNOWN)
                .bind("$1", columns.texts(BookEntry.Id::discom))
                .bind("$2", columns.texts(BookEntry.Id::entry))
                .bind("$3", connectionIds.toArray(String[]::new))
                .map(R2dbcEntries::entry)
                .all()
                .collectList();
    }

    @Override
    public Mono<Void> add(List<BookEntry> entries) {
        if (entries.isEmpty()) return Mono.empty();
        Columns<BookEntry> columns = Columns.of(entries);
        return database.sql(ADD)
                .bind("$1", columns.texts(entry -> entry.id().discom()))
                .bind("$2", columns.texts(entry -> entry.id().entry()))
                .bind("$3", columns.texts(BookEntry::connectionId))
                .bind("$4", columns.texts(entry -> entry.kind().name()))
                .bind("$5", columns.numbers(BookEntry::paise))
                .bind("$6", columns.days(BookEntry::day))
                .bind("$7", columns.texts(BookEntry::reason))
                .bind("$8", columns.times(BookEntry::bookedAt))
                .then();
    }

    private static BookEntry entry(Readable row) {
        return new BookEntry(
                new BookEntry.Id(Column.of(row, "discom", String.class), Column.of(row, "entry_id", String.class)),
                Column.of(row, "connection_id", String.class),
                BookEntry.Kind.valueOf(Column.of(row, "kind", String.class)),
                Column.of(row, "amount_paise", Long.class),
                Column.of(row, "day", LocalDate.class),
                Column.of(row, "reason", String.class),
                Column.of(row, "booked_at", Instant.class));
    }
}
