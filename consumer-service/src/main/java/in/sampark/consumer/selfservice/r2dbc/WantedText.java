package in.sampark.consumer.selfservice.r2dbc;

import in.sampark.consumer.contact.domain.Language;
import in.sampark.consumer.contact.domain.LowBalanceWish;
import in.sampark.consumer.contact.domain.Preferences.Category;
import in.sampark.consumer.contact.domain.Preferences.Consent;
import in.sampark.consumer.contact.domain.QuietHours;
import in.sampark.consumer.preference.domain.Wishes;
import in.sampark.consumer.selfservice.domain.Wanted;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What is wanted, as JSON for the day or so until it is followed. */
final class WantedText {

    private static final JsonMapper JSON = new JsonMapper();

    private WantedText() {}

    /** @param language ISO 639-1; null when there are no wishes @param quietFrom minute of the day */
    private record Text(
            @Nullable String language,
            List<Category> switchedOff,
            @Nullable Long paise,
            @Nullable Integer days,
            @Nullable Integer quietFrom,
            @Nullable Integer quietTo,
            List<String> withdrawn) {}

    /** Null for nothing. */
    static @Nullable String write(Wanted wanted) {
        if (wanted.equals(Wanted.NOTHING)) {
            return null;
        }
        Wishes wishes = wanted.wishes();
        List<String> withdrawn =
                wanted.withdrawn().stream().map(Consent::toString).sorted().toList();
        return JSON.writeValueAsString(
                wishes == null
                        ? new Text(null, List.of(), null, null, null, null, withdrawn)
                        : text(wishes, withdrawn));
    }

    static Wanted read(@Nullable String written) {
        if (written == null) {
            return Wanted.NOTHING;
        }
        Text text = JSON.readValue(written, Text.class);
        return new Wanted(
                Optional.ofNullable(text.language())
                        .flatMap(Language::ofCode)
                        .map(language -> wishes(language, text))
                        .orElse(null),
                text.withdrawn().stream().map(Consent::of).collect(Collectors.toUnmodifiableSet()));
    }

    private static Text text(Wishes wishes, List<String> withdrawn) {
        QuietHours quiet = wishes.quietHours();
        return new Text(
                wishes.language().code(),
                wishes.switchedOff().stream().sorted().toList(),
                wishes.lowBalance() instanceof LowBalanceWish.Paise(long amount) ? amount : null,
                wishes.lowBalance() instanceof LowBalanceWish.Days(int days) ? days : null,
                quiet == null ? null : quiet.fromMinute(),
                quiet == null ? null : quiet.toMinute(),
                withdrawn);
    }

    private static Wishes wishes(Language language, Text text) {
        return new Wishes(
                language,
                text.switchedOff().stream().collect(Collectors.toUnmodifiableSet()),
                lowBalance(text),
                quiet(text));
    }

    private static @Nullable LowBalanceWish lowBalance(Text text) {
        Long paise = text.paise();
        Integer days = text.days();
        if (paise != null) {
            return new LowBalanceWish.Paise(paise);
        }
        return days == null ? null : new LowBalanceWish.Days(days);
    }

    private static @Nullable QuietHours quiet(Text text) {
        Integer from = text.quietFrom();
        Integer to = text.quietTo();
        return from == null || to == null ? null : QuietHours.ofMinutes(from, to);
    }
}
