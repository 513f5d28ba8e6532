package in.sampark.consumer.contact.r2dbc;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import in.sampark.consumer.contact.domain.LowBalanceWish;
import in.sampark.consumer.contact.domain.Preferences;
import in.sampark.consumer.contact.domain.Preferences.Category;
import in.sampark.consumer.contact.domain.Preferences.Consent;
import in.sampark.consumer.contact.domain.QuietHours;
import in.sampark.platform.database.Column;
import io.r2dbc.spi.Readable;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** Preferences as columns of their contact; several words of one are joined by commas on their way. */
final class PreferenceColumns {

    private PreferenceColumns() {}

    static GenericExecuteSpec bind(GenericExecuteSpec statement, List<Preferences> all) {
        return statement
                .bind("chosen", array(all, Preferences::languageChosen, Boolean[]::new))
                .bind("off", array(all, one -> joined(one.switchedOff()), String[]::new))
                .bind("paise", array(all, PreferenceColumns::paise, Long[]::new))
                .bind("days", array(all, PreferenceColumns::days, Integer[]::new))
                .bind("quietFrom", array(all, one -> quiet(one, QuietHours::fromMinute), Integer[]::new))
                .bind("quietTo", array(all, one -> quiet(one, QuietHours::toMinute), Integer[]::new))
                .bind("consents", array(all, one -> joined(one.consents()), String[]::new));
    }

    static Preferences read(Readable row) {
        return new Preferences(
                Column.of(row, "language_chosen", Boolean.class),
                Arrays.stream(Column.of(row, "switched_off", String[].class))
                        .map(Category::valueOf)
                        .collect(toUnmodifiableSet()),
                lowBalance(row),
                quietHours(row),
                Arrays.stream(Column.of(row, "consents", String[].class))
                        .map(Consent::of)
                        .collect(toUnmodifiableSet()));
    }

    private static @Nullable LowBalanceWish lowBalance(Readable row) {
        Long paise = row.get("low_balance_paise", Long.class);
        Integer days = row.get("low_balance_days", Integer.class);
        if (paise != null) {
            return new LowBalanceWish.Paise(paise);
        }
        return days == null ? null : new LowBalanceWish.Days(days);
    }

    private static @Nullable QuietHours quietHours(Readable row) {
        Integer from = row.get("quiet_from", Integer.class);
        return from == null ? null : QuietHours.ofMinutes(from, Column.of(row, "quiet_to", Integer.class));
    }

    private static @Nullable Long paise(Preferences one) {
        return one.lowBalance() instanceof LowBalanceWish.Paise(long amount) ? amount : null;
    }

    private static @Nullable Integer days(Preferences one) {
        return one.lowBalance() instanceof LowBalanceWish.Days(int days) ? days : null;
    }

    private static @Nullable Integer quiet(Preferences one, Function<QuietHours, Integer> end) {
        QuietHours quiet = one.quietHours();
        return quiet == null ? null : end.apply(quiet);
    }

    private static String joined(Collection<?> words) {
        return words.stream().map(Object::toString).sorted().collect(joining(","));
    }

    private static <V extends @Nullable Object> V[] array(
            List<Preferences> all, Function<Preferences, V> column, IntFunction<V[]> array) {
        return all.stream().map(column).toArray(array);
    }
}
