package in.sampark.consumer.preference.r2dbc;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.contact.domain.Preferences.Channel;
import in.sampark.consumer.contact.domain.Preferences.Consent;
import in.sampark.consumer.contact.domain.Preferences.Purpose;
import in.sampark.consumer.preference.ConsentLedger;
import in.sampark.consumer.preference.domain.ConsentEntry;
import in.sampark.consumer.preference.domain.GivenConsent;
import in.sampark.platform.database.Column;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** The ledger as rows that are only ever added. */
public class R2dbcConsentLedger implements ConsentLedger {

    private static final String ADD = """
            insert into consent_entry (
                   entry_id, connection_id, channel, purpose, given, source, wording_version, said_at, noted_by)
            select * from unnest(
                   :ids::uuid[], :connections::text[], :channels::text[], :purposes::text[], :given::boolean[],
                   :sources::text[], :wordings::text[], :times::timestamptz[], :by::text[])
            """;

    private static final String LAST_GIVEN = """
            select connection_id, channel, purpose, max(said_at) as at
              from consent_entry where connection_id = any(:ids) and given
             group by connection_id, channel, purpose
            """;

    private static final String FIND = """
            select entry_id, connection_id, channel, purpose, given, source, wording_version, said_at, noted_by
              from consent_entry as said where connection_id = :connection and %s (
                   select 1 from person_erasure as erased
                    where erased.connection_id = said.connection_id and erased.at >= said.said_at)
             order by said_at desc, entry_id
            """;
    private static final String OF_PRESENT = FIND.formatted("not exists");
    private static final String OF_FORMER = FIND.formatted("exists");

    private final DatabaseClient database;

    public R2dbcConsentLedger(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> add(List<ConsentEntry> entries) {
        return database.sql(ADD)
                .bind("ids", entries.stream().map(ConsentEntry::id).toArray(UUID[]::new))
                .bind("connections", texts(entries, ConsentEntry::connectionId))
                .bind("channels", texts(entries, entry -> entry.consent().channel()))
                .bind("purposes", texts(entries, entry -> entry.consent().purpose()))
                .bind("given", entries.stream().map(ConsentEntry::given).toArray(Boolean[]::new))
                .bind("sources", texts(entries, ConsentEntry::source))
                .bind("wordings", texts(entries, ConsentEntry::wordingVersion))
                .bind(
                        "times",
                        entries.stream()
                                .map(entry -> entry.saidAt().atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new))
                .bind("by", texts(entries, ConsentEntry::notedBy))
                .then();
    }

    @Override
    public Mono<List<GivenConsent>> lastGiven(Collection<ConnectionId> ids) {
        return database.sql(LAST_GIVEN)
                .bind("ids", ids.stream().map(ConnectionId::toString).toArray(String[]::new))
                .map(row -> new GivenConsent(
                        ConnectionId.of(text(row, "connection_id")), consent(row), Column.of(row, "at", Instant.class)))
                .all()
                .collectList();
    }

    @Override
    public Mono<List<ConsentEntry>> find(ConnectionId id) {
        return find(OF_PRESENT, id);
    }

    @Override
    public Mono<List<ConsentEntry>> findFormer(ConnectionId id) {
        return find(OF_FORMER, id);
    }

    private Mono<List<ConsentEntry>> find(String sql, ConnectionId id) {
        return database.sql(sql)
                .bind("connection", id.toString())
                .map(R2dbcConsentLedger::entry)
                .all()
                .collectList();
    }

    private static ConsentEntry entry(Readable row) {
        return new ConsentEntry(
                Column.of(row, "entry_id", UUID.class),
                ConnectionId.of(text(row, "connection_id")),
                consent(row),
                Column.of(row, "given", Boolean.class),
                ConsentEntry.Source.valueOf(text(row, "source")),
                text(row, "wording_version"),
                Column.of(row, "said_at", Instant.class),
                text(row, "noted_by"));
    }

    private static Consent consent(Readable row) {
        return new Consent(Channel.valueOf(text(row, "channel")), Purpose.valueOf(text(row, "purpose")));
    }

    private static String[] texts(List<ConsentEntry> entries, Function<ConsentEntry, Object> column) {
        return entries.stream().map(column).map(Object::toString).toArray(String[]::new);
    }

    private static String text(Readable row, String column) {
        return Column.of(row, column, String.class);
    }
}
