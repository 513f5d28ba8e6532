package in.sampark.consumer.otp;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.contact.domain.MobileNumber;
import in.sampark.consumer.otp.domain.OtpChallenge;
import in.sampark.consumer.otp.domain.OtpCode;
import in.sampark.platform.crypto.KeyedHash;
import java.security.SecureRandom;
import java.util.UUID;

/** Draws codes and recognises them by a hash that only the holder of the server's key can compute. */
final class OtpCodes {

    private final SecureRandom random = new SecureRandom();
    private final KeyedHash hash;

    OtpCodes(KeyedHash hash) {
        this.hash = hash;
    }

    /** A code nobody can foresee. */
    OtpCode draw() {
        return OtpCode.draw(random);
    }

    /** The code's hash, worth nothing for another challenge, connection or number. */
    String hash(UUID challenge, ConnectionId connection, MobileNumber number, OtpCode code) {
        return hash.hex(text(challenge, connection, number, code));
    }

    private static String text(UUID challenge, ConnectionId connection, MobileNumber number, OtpCode code) {
        return String.join("\n", challenge.toString(), connection.toString(), number.e164(), code.digits());
    }

    /** Whether the code is the challenge's; how long the answer takes does not depend on it. */
    boolean matches(OtpChallenge challenge, OtpCode code) {
        return hash.matches(
                text(challenge.id(), challenge.connectionId(), challenge.number(), code), challenge.codeHash());
    }
}
