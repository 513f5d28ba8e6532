package in.sampark.notification.template.domain;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Regulatory category a template is registered under (TCCCPR 2018); it decides at what hours the text may be sent, and to whom. */
public enum Category {
    /** Follows from the service itself; any hour. */
    SERVICE_IMPLICIT(null),
    /** One-time codes of banks; any hour. */
    TRANSACTIONAL(null),
    /** Of one's own service, but not part of it; to those who agreed, by day. */
    SERVICE_EXPLICIT("SERVICE"),
    /** Anything else; to those who agreed, by day. */
    PROMOTIONAL("PROMOTION");

    private final @Nullable String purpose;

    Category(@Nullable String purpose) {
        this.purpose = purpose;
    }

    /** For what people must have agreed to be told, as in Contact.consents; empty when they need not. */
    public Optional<String> purpose() {
        return Optional.ofNullable(purpose);
    }
}
