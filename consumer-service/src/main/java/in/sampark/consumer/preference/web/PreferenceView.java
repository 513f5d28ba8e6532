package in.sampark.consumer.preference.web;

import in.sampark.consumer.contact.domain.Contact;
import in.sampark.consumer.contact.domain.LowBalanceWish;
import in.sampark.consumer.contact.domain.Preferences;
import in.sampark.consumer.contact.domain.QuietHours;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Preferences as staff see them.
 *
 * @param consents in force, as channel/purpose
 */
record PreferenceView(
        String connectionId,
        long version,
        String language,
        List<String> switchedOff,
        @Nullable BigDecimal lowBalanceRupees,
        @Nullable Integer lowBalanceDays,
        @Nullable String quietFrom,
        @Nullable String quietTo,
        List<String> consents) {

    static PreferenceView of(Contact contact) {
        Preferences preferences = contact.preferences();
        QuietHours quiet = preferences.quietHours();
        return new PreferenceView(
                contact.connectionId().toString(),
                contact.version(),
                contact.language().code(),
                preferences.switchedOff().stream().map(Enum::name).sorted().toList(),
                preferences.lowBalance() instanceof LowBalanceWish.Paise(long amount)
                        ? BigDecimal.valueOf(amount, 2)
                        : null,
                preferences.lowBalance() instanceof LowBalanceWish.Days(int days) ? days : null,
                quiet == null ? null : quiet.from().toString(),
                quiet == null ? null : quiet.to().toString(),
                preferences.consents().stream().map(Object::toString).sorted().toList());
    }
}
