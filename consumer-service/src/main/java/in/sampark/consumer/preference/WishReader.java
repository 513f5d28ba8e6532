package in.sampark.consumer.preference;

import in.sampark.consumer.contact.domain.Language;
import in.sampark.consumer.contact.domain.LowBalanceWish;
import in.sampark.consumer.contact.domain.Preferences.Category;
import in.sampark.consumer.contact.domain.Preferences.Channel;
import in.sampark.consumer.contact.domain.Preferences.Consent;
import in.sampark.consumer.contact.domain.Preferences.Purpose;
import in.sampark.consumer.contact.domain.QuietHours;
import in.sampark.consumer.preference.KeepPreferences.Said;
import in.sampark.consumer.preference.domain.ConsentEntry.Source;
import in.sampark.consumer.preference.domain.Wishes;
import in.sampark.platform.web.Problem;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Understands wishes as they are sent; what it does not understand is refused with what was expected. */
public final class WishReader {

    private static final Pattern WORDING = Pattern.compile("[\\w.-]{1,64}");

    private WishReader() {}

    /** @param quietFrom like 22:00, in Asia/Kolkata */
    public record Wish(
            @Nullable String language,
            @Nullable List<String> switchedOff,
            @Nullable BigDecimal lowBalanceRupees,
            @Nullable Integer lowBalanceDays,
            @Nullable String quietFrom,
            @Nullable String quietTo) {}

    public record SaidOfConsent(
            @Nullable String channel,
            @Nullable String purpose,
            @Nullable Boolean given,
            @Nullable String source,
            @Nullable String wordingVersion) {}

    /** @throws Problem 400 */
    public static Wishes read(Wish wish) {
        Language language = Optional.ofNullable(wish.language())
                .flatMap(Language::ofCode)
                .orElseThrow(() -> Problem.invalid("language", wish.language(), "hi or en"));
        return new Wishes(language, switchedOff(wish), lowBalance(wish), quietHours(wish));
    }

    /** @throws Problem 400 */
    public static Said read(SaidOfConsent said) {
        Boolean given = said.given();
        String wording = said.wordingVersion();
        if (given == null) {
            throw Problem.invalid("given", null, "true, or false for a withdrawal");
        }
        if (wording == null || !WORDING.matcher(wording).matches()) {
            throw Problem.invalid("wordingVersion", wording, WORDING.pattern());
        }
        return new Said(
                new Consent(
                        oneOf("channel", said.channel(), Channel.values()),
                        oneOf("purpose", said.purpose(), Purpose.values())),
                given,
                oneOf("source", said.source(), Source.TAKEN_DOWN.toArray(Source[]::new)),
                wording);
    }

    /** @param name like SMS/PROMOTION @throws Problem 400 */
    public static Consent readConsent(@Nullable String name) {
        List<Consent> all = Arrays.stream(Channel.values())
                .flatMap(channel -> Arrays.stream(Purpose.values()).map(purpose -> new Consent(channel, purpose)))
                .toList();
        return all.stream()
                .filter(consent -> consent.toString().equals(name))
                .findAny()
                .orElseThrow(() -> Problem.invalid("withdraw", name, "some of " + all));
    }

    private static Set<Category> switchedOff(Wish wish) {
        Category[] optional =
                Arrays.stream(Category.values()).filter(Category::optional).toArray(Category[]::new);
        return Optional.ofNullable(wish.switchedOff()).orElse(List.of()).stream()
                .map(name -> oneOf("switchedOff", name, optional))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable LowBalanceWish lowBalance(Wish wish) {
        BigDecimal rupees = wish.lowBalanceRupees();
        Integer days = wish.lowBalanceDays();
        if (rupees != null && days != null) {
            throw Problem.invalid("lowBalanceDays", days, "none beside lowBalanceRupees");
        }
        try {
            if (rupees != null) {
                return new LowBalanceWish.Paise(rupees.movePointRight(2).longValueExact());
            }
            return days == null ? null : new LowBalanceWish.Days(days);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw rupees != null
                    ? Problem.invalid("lowBalanceRupees", rupees, "> 0, to the paisa")
                    : Problem.invalid("lowBalanceDays", days, "1 to 60");
        }
    }

    private static @Nullable QuietHours quietHours(Wish wish) {
        String from = wish.quietFrom();
        String to = wish.quietTo();
        if (from == null && to == null) {
            return null;
        }
        try {
            return new QuietHours(LocalTime.parse(String.valueOf(from)), LocalTime.parse(String.valueOf(to)));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Problem.invalid("quietFrom", from + " to " + to, "two different times like 22:00 and 07:00");
        }
    }

    private static <E extends Enum<E>> E oneOf(String field, @Nullable String name, E[] allowed) {
        return Arrays.stream(allowed)
                .filter(one -> one.name().equals(name))
                .findAny()
                .orElseThrow(() -> Problem.invalid(field, name, "one of " + Arrays.toString(allowed)));
    }
}
