package in.sampark.platform.idempotency;

import org.jspecify.annotations.Nullable;

/** An answer as it was given. */
record KeptAnswer(
        int status,
        @Nullable String contentType,
        @Nullable String location,
        @Nullable String entityTag,
        byte[] body) {}
