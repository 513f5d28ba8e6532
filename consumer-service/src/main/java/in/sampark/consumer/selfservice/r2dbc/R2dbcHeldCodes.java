package in.sampark.consumer.selfservice.r2dbc;

import in.sampark.consumer.selfservice.HeldCodes;
import in.sampark.contract.consumer.OtpRequested;
import in.sampark.platform.database.Column;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Held codes as rows, each as the record that has it sent. */
public final class R2dbcHeldCodes implements HeldCodes {

    /** The channel that rings when there is one. */
    public static final String CHANNEL = "login_code";

    private static final String ADD =
            "insert into login_code (challenge_id, request, expires_at) values (:id, :request, :expires)";

    private static final String RING = "notify " + CHANNEL;

    private static final String SOME = "select challenge_id from login_code limit :most";

    private static final String TAKE =
            "delete from login_code where challenge_id = :id returning case when expires_at > :now then request end as request";

    private final DatabaseClient database;

    public R2dbcHeldCodes(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> add(UUID challengeId, OtpRequested request, Instant expiresAt) {
        return database.sql(ADD)
                .bind("id", challengeId)
                .bind("request", bytes(request))
                .bind("expires", expiresAt.atOffset(ZoneOffset.UTC))
                .then()
                .then(database.sql(RING).then());
    }

    @Override
    public Mono<List<UUID>> some(int atMost) {
        return database.sql(SOME)
                .bind("most", atMost)
                .map(row -> Column.of(row, 0, UUID.class))
                .all()
                .collectList();
    }

    @Override
    public Mono<OtpRequested> take(UUID challengeId, Instant now) {
        return database.sql(TAKE)
                .bind("id", challengeId)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .flatMap(result -> result.map((row, metadata) -> new Taken(row.get("request", byte[].class))))
                .next()
                .flatMap(taken -> Mono.justOrEmpty(taken.request()))
                .map(R2dbcHeldCodes::request);
    }

    /** @param request null when its time is over */
    private record Taken(byte @Nullable [] request) {}

    private static byte[] bytes(OtpRequested request) {
        try {
            ByteBuffer encoded = request.toByteBuffer();
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OtpRequested request(byte[] bytes) {
        try {
            return OtpRequested.fromByteBuffer(ByteBuffer.wrap(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
