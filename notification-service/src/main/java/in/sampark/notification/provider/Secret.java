package in.sampark.notification.provider;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A value of the settings that is shown to nobody. */
public record Secret(String value) {

    /** For settings. */
    public static Secret valueOf(String value) {
        return new Secret(value);
    }

    /** Whether the given text is the secret; takes as long for a near miss as for a far one. */
    public boolean is(String given) {
        return MessageDigest.isEqual(value.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
