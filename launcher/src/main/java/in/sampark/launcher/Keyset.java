package in.sampark.launcher;

import java.util.Locale;

/** A kind of key a service can be given. */
enum Keyset {
    /** Encrypts what only notification-service may open. */
    SEALING_PUBLIC,
    /** Opens what was sealed. */
    SEALING_PRIVATE,
    /** Encrypts columns with personal data. */
    FIELD,
    /** Finds a number without showing it. */
    HASH,
    /** One-time codes at rest. */
    OTP,
    /** Signs consumers' tokens. */
    TOKEN_PRIVATE,
    /** Knows the tokens that were signed. */
    TOKEN_PUBLIC;

    /** The environment variable a service reads it from. */
    String variable() {
        return "SAMPARK_KEYS_" + name();
    }

    String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".json";
    }
}
