package in.sampark.consumer.otp.r2dbc;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.contact.domain.MobileNumber;
import in.sampark.consumer.otp.OtpChallenges;
import in.sampark.consumer.otp.domain.OtpChallenge;
import in.sampark.platform.crypto.FieldCipher;
import in.sampark.platform.crypto.KeyedHash;
import in.sampark.platform.database.Column;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Challenges as rows; the number is encrypted for its challenge, the code known by its hash alone. */
public class R2dbcOtpChallenges implements OtpChallenges {

    private static final String COLUMNS =
            "challenge_id, connection_id, number, code_hash, attempts_left, requested_at, expires_at, used_at";

    private static final String FIND = "select " + COLUMNS + " from otp_challenge where challenge_id = :id";

    private static final String LOCK_NUMBER = "select pg_advisory_xact_lock(hashtextextended(:hash, 0))";

    private static final String SENDS = """
            select requested_at from otp_challenge
             where number_hash = :hash and requested_at > :since
             order by requested_at
            """;

    private static final String ADD = """
            insert into otp_challenge (
                   challenge_id, connection_id, number_hash, number, code_hash, attempts_left, requested_by,
                   requested_at, expires_at)
            values (:id, :connection, :hash, :number, :codeHash, :attempts, :officer, :requested, :expires)
            """;

    private static final String SPEND_ATTEMPT = """
            update otp_challenge set attempts_left = attempts_left - 1
             where challenge_id = :id and attempts_left > 0 and used_at is null and expires_at > :at
            returning\s""" + COLUMNS;

    private static final String FORGET = "delete from otp_challenge where connection_id = :connection";

    private static final String USE = "update otp_challenge set used_at = :at where challenge_id = :id";

    private final DatabaseClient database;
    private final FieldCipher cipher;
    private final KeyedHash hash;

    public R2dbcOtpChallenges(DatabaseClient database, FieldCipher cipher, KeyedHash hash) {
        this.database = database;
        this.cipher = cipher;
        this.hash = hash;
    }

    @Override
    public Mono<OtpChallenge> find(UUID id) {
        return database.sql(FIND).bind("id", id).map(this::challenge).one();
    }

    @Override
    public Mono<List<Instant>> sends(MobileNumber number, Instant since) {
        return database.sql(LOCK_NUMBER)
                .bind("hash", hash(number))
                .then()
                .thenMany(Flux.defer(() -> database.sql(SENDS)
                        .bind("hash", hash(number))
                        .bind("since", utc(since))
                        .map(row -> Column.of(row, "requested_at", Instant.class))
                        .all()))
                .collectList();
    }

    @Override
    public Mono<Void> add(OtpChallenge challenge, String requestedBy) {
        return database.sql(ADD)
                .bind("id", challenge.id())
                .bind("connection", challenge.connectionId().toString())
                .bind("hash", hash(challenge.number()))
                .bind(
                        "number",
                        cipher.encrypt(challenge.number().e164(), challenge.id().toString()))
                .bind("codeHash", challenge.codeHash())
                .bind("attempts", challenge.attemptsLeft())
                .bind("officer", requestedBy)
                .bind("requested", utc(challenge.requestedAt()))
                .bind("expires", utc(challenge.expiresAt()))
                .then();
    }

    @Override
    public Mono<OtpChallenge> spendAttempt(UUID id, Instant at) {
        return database.sql(SPEND_ATTEMPT)
                .bind("id", id)
                .bind("at", utc(at))
                .map(this::challenge)
                .one();
    }

    @Override
    public Mono<Void> forget(ConnectionId connectionId) {
        return database.sql(FORGET).bind("connection", connectionId.toString()).then();
    }

    @Override
    public Mono<Void> use(UUID id, Instant at) {
        return database.sql(USE).bind("id", id).bind("at", utc(at)).then();
    }

    private OtpChallenge challenge(Readable row) {
        UUID id = Column.of(row, "challenge_id", UUID.class);
        return new OtpChallenge(
                id,
                ConnectionId.of(Column.of(row, "connection_id", String.class)),
                new MobileNumber(cipher.decrypt(Column.of(row, "number", byte[].class), id.toString())),
                Column.of(row, "code_hash", String.class),
                Column.of(row, "attempts_left", Integer.class),
                Column.of(row, "requested_at", Instant.class),
                Column.of(row, "expires_at", Instant.class),
                row.get("used_at", Instant.class));
    }

    private String hash(MobileNumber number) {
        return hash.hex(number.e164());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
