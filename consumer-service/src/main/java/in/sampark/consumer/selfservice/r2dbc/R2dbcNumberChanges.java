package in.sampark.consumer.selfservice.r2dbc;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.contact.domain.MobileNumber;
import in.sampark.consumer.selfservice.NumberChanges;
import in.sampark.consumer.selfservice.domain.NumberChange;
import in.sampark.platform.crypto.FieldCipher;
import in.sampark.platform.database.Column;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Changes as rows; the number is encrypted for its change. */
public class R2dbcNumberChanges implements NumberChanges {

    /** The channel that rings when there is a change to settle. */
    public static final String CHANNEL = "number_change";

    private static final String COLUMNS =
            "change_id, connection_id, number, details_hash, wanted, proven_at, told_at, due_at";

    private static final String ADD = """
            insert into number_change (change_id, connection_id, number, details_hash, wanted, proven_at, due_at)
            values (:id, :connection, :number, :details, :wanted, :proven, :due)
            """;

    private static final String RING = "notify " + CHANNEL;

    private static final String DUE =
            "select change_id from number_change where due_at <= :now order by due_at limit :most";

    private static final String FIND = "select " + COLUMNS + " from number_change where change_id = :id";

    private static final String LOCK = FIND + " for update";

    private static final String TOLD = "update number_change set told_at = :at, due_at = :due where change_id = :id";

    private static final String REMOVE = "delete from number_change where change_id = :id";

    private static final String FORGET = "delete from number_change where connection_id = :connection";

    private static final String REFUSABLE = "select " + COLUMNS
            + " from number_change where connection_id = :connection and told_at is not null order by due_at";

    private static final String REFUSE =
            "delete from number_change where connection_id = :connection and told_at is not null";

    private final DatabaseClient database;
    private final FieldCipher cipher;

    public R2dbcNumberChanges(DatabaseClient database, FieldCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    @Override
    public Mono<Void> add(NumberChange change) {
        return database.sql(ADD)
                .bind("id", change.id())
                .bind("connection", change.connectionId().toString())
                .bind(
                        "number",
                        cipher.encrypt(change.number().e164(), change.id().toString()))
                .bind("details", change.detailsHash())
                .bind("wanted", Parameters.in(R2dbcType.VARCHAR, WantedText.write(change.wanted())))
                .bind("proven", utc(change.provenAt()))
                .bind("due", utc(change.dueAt()))
                .then()
                .then(database.sql(RING).then());
    }

    @Override
    public Mono<List<UUID>> due(Instant now, int atMost) {
        return database.sql(DUE)
                .bind("now", utc(now))
                .bind("most", atMost)
                .map(row -> Column.of(row, "change_id", UUID.class))
                .all()
                .collectList();
    }

    @Override
    public Mono<NumberChange> find(UUID id) {
        return database.sql(FIND).bind("id", id).map(this::change).one();
    }

    @Override
    public Mono<NumberChange> lock(UUID id) {
        return database.sql(LOCK).bind("id", id).map(this::change).one();
    }

    @Override
    public Mono<Void> told(UUID id, Instant at, Instant dueAt) {
        return database.sql(TOLD)
                .bind("id", id)
                .bind("at", utc(at))
                .bind("due", utc(dueAt))
                .then();
    }

    @Override
    public Mono<Void> remove(UUID id) {
        return database.sql(REMOVE).bind("id", id).then();
    }

    @Override
    public Mono<Void> forget(ConnectionId id) {
        return database.sql(FORGET).bind("connection", id.toString()).then();
    }

    @Override
    public Mono<List<NumberChange>> refusable(ConnectionId id) {
        return database.sql(REFUSABLE)
                .bind("connection", id.toString())
                .map(this::change)
                .all()
                .collectList();
    }

    @Override
    public Mono<Long> refuse(ConnectionId id) {
        return database.sql(REFUSE).bind("connection", id.toString()).fetch().rowsUpdated();
    }

    private NumberChange change(Readable row) {
        UUID id = Column.of(row, "change_id", UUID.class);
        return new NumberChange(
                id,
                ConnectionId.of(Column.of(row, "connection_id", String.class)),
                new MobileNumber(cipher.decrypt(Column.of(row, "number", byte[].class), id.toString())),
                Column.of(row, "details_hash", String.class),
                WantedText.read(row.get("wanted", String.class)),
                Column.of(row, "proven_at", Instant.class),
                row.get("told_at", Instant.class),
                Column.of(row, "due_at", Instant.class));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
