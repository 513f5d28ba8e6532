package in.sampark.consumer.preference.r2dbc;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.contact.domain.Preferences.Channel;
import in.sampark.consumer.contact.domain.Preferences.Consent;
import in.sampark.consumer.contact.domain.Preferences.Purpose;
import in.sampark.consumer.preference.ConsentLedger;
import in.sampark.consumer.preference.domain.ConsentEntry;
import in.sampark.platform.database.Column;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** The ledger as rows that are only ever added. */
public class R2dbcConsentLedger implements ConsentLedger {

    private static final String ADD = """
            insert into consent_entry (
                   entry_id, connection_id, channel, purpose, given, source, wording_version, said_at, noted_by)
            values (:id, :connection, :channel, :purpose, :given, :source, :wording, :at, :by)
            """;

    private static final String FIND = """
            select entry_id, connection_id, channel, purpose, given, source, wording_version, said_at, noted_by
              from consent_entry where connection_id = :connection order by said_at desc, entry_id
            """;

    private final DatabaseClient database;

    public R2dbcConsentLedger(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> add(ConsentEntry entry) {
        return database.sql(ADD)
                .bind("id", entry.id())
                .bind("connection", entry.connectionId().toString())
                .bind("channel", entry.consent().channel().name())
                .bind("purpose", entry.consent().purpose().name())
                .bind("given", entry.given())
                .bind("source", entry.source().name())
                .bind("wording", entry.wordingVersion())
                .bind("at", entry.saidAt().atOffset(ZoneOffset.UTC))
                .bind("by", entry.notedBy())
                .then();
    }

    @Override
    public Mono<List<ConsentEntry>> find(ConnectionId id) {
        return database.sql(FIND)
                .bind("connection", id.toString())
                .map(R2dbcConsentLedger::entry)
                .all()
                .collectList();
    }

    private static ConsentEntry entry(Readable row) {
        return new ConsentEntry(
                Column.of(row, "entry_id", UUID.class),
                ConnectionId.of(text(row, "connection_id")),
                new Consent(Channel.valueOf(text(row, "channel")), Purpose.valueOf(text(row, "purpose"))),
                Column.of(row, "given", Boolean.class),
                ConsentEntry.Source.valueOf(text(row, "source")),
                text(row, "wording_version"),
                Column.of(row, "said_at", Instant.class),
                text(row, "noted_by"));
    }

    private static String text(Readable row, String column) {
        return Column.of(row, column, String.class);
    }
}
