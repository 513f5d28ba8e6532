package in.sampark.consumer.selfservice.domain;

import in.sampark.consumer.contact.domain.Preferences.Consent;
import in.sampark.consumer.preference.domain.Wishes;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants who proves a number, once it is the connection's.
 *
 * @param wishes in place of earlier ones; null to leave those
 * @param withdrawn consents taken back
 */
public record Wanted(@Nullable Wishes wishes, Set<Consent> withdrawn) {

    /** The number alone. */
    public static final Wanted NOTHING = new Wanted(null, Set.of());

    public Wanted {
        withdrawn = Set.copyOf(withdrawn);
    }
}
