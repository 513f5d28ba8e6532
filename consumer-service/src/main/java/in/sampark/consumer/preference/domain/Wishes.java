package in.sampark.consumer.preference.domain;

import in.sampark.consumer.contact.domain.Contact;
import in.sampark.consumer.contact.domain.Language;
import in.sampark.consumer.contact.domain.LowBalanceWish;
import in.sampark.consumer.contact.domain.Preferences;
import in.sampark.consumer.contact.domain.Preferences.Category;
import in.sampark.consumer.contact.domain.QuietHours;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a consumer wants, but for consents. */
public record Wishes(
        Language language,
        Set<Category> switchedOff,
        @Nullable LowBalanceWish lowBalance,
        @Nullable QuietHours quietHours) {

    public Wishes {
        switchedOff = Set.copyOf(switchedOff);
    }

    /** The contact with these in place of earlier ones. */
    public Contact on(Contact contact) {
        return contact.preferring(
                language,
                new Preferences(
                        true,
                        switchedOff,
                        lowBalance,
                        quietHours,
                        contact.preferences().consents()));
    }
}
