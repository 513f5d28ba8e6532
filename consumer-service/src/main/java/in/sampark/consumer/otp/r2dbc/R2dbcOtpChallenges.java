package in.sampark.consumer.otp.r2dbc;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.contact.domain.MobileNumber;
import in.sampark.consumer.otp.OtpChallenges;
import in.sampark.consumer.otp.domain.Origin;
import in.sampark.consumer.otp.domain.OtpChallenge;
import in.sampark.platform.crypto.FieldCipher;
import in.sampark.platform.database.Column;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Challenges as rows; the number is encrypted for its challenge, the code known by its hash alone. */
public class R2dbcOtpChallenges implements OtpChallenges {

    private static final String COLUMNS = """
            challenge_id, connection_id, number, proven_as_of, further, details_hash, for_login, code_hash, attempts_left,
            requested_at, expires_at, used_at
            """;

    private static final String FIND = "select " + COLUMNS + " from otp_challenge where challenge_id = :id";

    private static final String ADD = """
            insert into otp_challenge (
                   challenge_id, connection_id, number, proven_as_of, further, details_hash, for_login, code_hash, attempts_left,
                   requested_at, expires_at)
            values (:id, :connection, :number, :provenAsOf, :further, :details, :forLogin, :codeHash, :attempts, :requested, :expires)
            """;

    private static final String SPEND_ATTEMPT = """
            update otp_challenge set attempts_left = attempts_left - 1
             where challenge_id = :id and attempts_left > 0 and used_at is null and expires_at > :at
            returning\s""" + COLUMNS;

    private static final String FORGET = "delete from otp_challenge where connection_id = :connection";

    private static final String USE = "update otp_challenge set used_at = :at where challenge_id = :id";

    private static final String FORGET_OLD = "delete from otp_challenge where requested_at < :before";

    private final DatabaseClient database;
    private final FieldCipher cipher;

    public R2dbcOtpChallenges(DatabaseClient database, FieldCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    @Override
    public Mono<OtpChallenge> find(UUID id) {
        return database.sql(FIND).bind("id", id).map(this::challenge).one();
    }

    @Override
    public Mono<Void> add(OtpChallenge challenge) {
        return database.sql(ADD)
                .bind("id", challenge.id())
                .bind("connection", challenge.connectionId().toString())
                .bind(
                        "number",
                        cipher.encrypt(challenge.number().e164(), challenge.id().toString()))
                .bind("provenAsOf", Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, provenAsOf(challenge)))
                .bind("further", challenge.origin() instanceof Origin.Officer officer && officer.further())
                .bind("details", Parameters.in(R2dbcType.VARCHAR, detailsHash(challenge)))
                .bind("forLogin", challenge.origin() instanceof Origin.Login)
                .bind("codeHash", challenge.codeHash())
                .bind("attempts", challenge.attemptsLeft())
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

    @Override
    public Mono<Void> forget(Instant before) {
        return database.sql(FORGET_OLD).bind("before", utc(before)).then();
    }

    private OtpChallenge challenge(Readable row) {
        UUID id = Column.of(row, "challenge_id", UUID.class);
        return new OtpChallenge(
                id,
                ConnectionId.of(Column.of(row, "connection_id", String.class)),
                new MobileNumber(cipher.decrypt(Column.of(row, "number", byte[].class), id.toString())),
                origin(row),
                Column.of(row, "code_hash", String.class),
                Column.of(row, "attempts_left", Integer.class),
                Column.of(row, "requested_at", Instant.class),
                Column.of(row, "expires_at", Instant.class),
                row.get("used_at", Instant.class));
    }

    private static Origin origin(Readable row) {
        if (Column.of(row, "for_login", Boolean.class)) {
            return new Origin.Login();
        }
        String details = row.get("details_hash", String.class);
        return details == null
                ? new Origin.Officer(row.get("proven_as_of", Instant.class), Column.of(row, "further", Boolean.class))
                : new Origin.Stranger(details);
    }

    private static @Nullable OffsetDateTime provenAsOf(OtpChallenge challenge) {
        return challenge.origin() instanceof Origin.Officer officer && officer.provenAsOf() != null
                ? utc(officer.provenAsOf())
                : null;
    }

    private static @Nullable String detailsHash(OtpChallenge challenge) {
        return challenge.origin() instanceof Origin.Stranger(String details) ? details : null;
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
