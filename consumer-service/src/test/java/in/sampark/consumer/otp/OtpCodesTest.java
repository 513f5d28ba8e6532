package in.sampark.consumer.otp;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.contact.domain.MobileNumber;
import in.sampark.consumer.otp.domain.Origin;
import in.sampark.consumer.otp.domain.OtpChallenge;
import in.sampark.consumer.otp.domain.OtpCode;
import in.sampark.platform.crypto.KeyedHash;
import in.sampark.platform.crypto.Keysets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OtpCodesTest {

    private static final UUID CHALLENGE = UUID.randomUUID();
    private static final ConnectionId CONNECTION = new ConnectionId("DVVNL", "7010000001");
    private static final MobileNumber NUMBER = new MobileNumber("+919897010001");
    private static final OtpCode CODE = new OtpCode("123456");

    private final OtpCodes codes = new OtpCodes(KeyedHash.of(Keysets.newHashKeyset()));

    @Test
    void codeIsRecognisedByItsHash() {
        String hash = codes.hash(CHALLENGE, CONNECTION, NUMBER, CODE);

        assertThat(hash).doesNotContain(CODE.digits());
        assertThat(codes.matches(challenge(hash), CODE)).isTrue();
        assertThat(codes.matches(challenge(hash), new OtpCode("123457"))).isFalse();
    }

    @Test
    void codeIsBoundToChallengeConnectionAndNumber() {
        assertThat(codes.matches(challenge(codes.hash(UUID.randomUUID(), CONNECTION, NUMBER, CODE)), CODE))
                .isFalse();
        assertThat(codes.matches(
                        challenge(codes.hash(CHALLENGE, new ConnectionId("DVVNL", "7010000002"), NUMBER, CODE)), CODE))
                .isFalse();
        assertThat(codes.matches(
                        challenge(codes.hash(CHALLENGE, CONNECTION, new MobileNumber("+919897010002"), CODE)), CODE))
                .isFalse();
    }

    @Test
    void withoutTheServersKeyTheHashCannotBeGuessed() {
        var others = new OtpCodes(KeyedHash.of(Keysets.newHashKeyset()));

        assertThat(codes.matches(challenge(others.hash(CHALLENGE, CONNECTION, NUMBER, CODE)), CODE))
                .isFalse();
    }

    private static OtpChallenge challenge(String hash) {
        Instant now = Instant.parse("2019-05-01T12:00:00Z");
        return new OtpChallenge(
                CHALLENGE,
                CONNECTION,
                NUMBER,
                new Origin.Officer(null, false),
                hash,
                5,
                now,
                now.plus(Duration.ofMinutes(10)),
                null);
    }
}
