package in.sampark.simulator.sms.submission;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** The key that lets a sender in. */
public final class ApiKey {

    private final byte[] key;

    public ApiKey(String key) {
        this.key = key.getBytes(UTF_8);
    }

    /** The key itself, for what is signed with it. */
    public String value() {
        return new String(key, UTF_8);
    }

    /** Takes the same time whatever is wrong. */
    public boolean matches(@Nullable String shown) {
        return shown != null && MessageDigest.isEqual(key, shown.getBytes(UTF_8));
    }
}
