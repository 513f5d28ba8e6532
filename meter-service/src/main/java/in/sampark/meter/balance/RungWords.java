package in.sampark.meter.balance;

import in.sampark.meter.balance.domain.Rung;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rungs and money as people write them: {@code 30%}, {@code 7 days}, {@code Rs 100} or {@code ₹99.50}. */
public final class RungWords {

    private static final Pattern PERCENT = Pattern.compile("([0-9]{1,3}) ?%");
    private static final Pattern DAYS = Pattern.compile("([0-9]{1,3}) days?");
    private static final Pattern RUPEES = Pattern.compile("(?:Rs|₹) ?([0-9]{1,10}(?:\\.[0-9]{1,2})?)");

    private RungWords() {}

    static List<Rung> rungs(List<String> words) {
        return words.stream().map(String::strip).map(RungWords::rung).toList();
    }

    /** @throws IllegalArgumentException for words that are none of these */
    static Rung rung(String words) {
        Matcher percent = PERCENT.matcher(words);
        if (percent.matches()) return Rung.percentOfLastRecharge(Long.parseLong(percent.group(1)));
        Matcher days = DAYS.matcher(words);
        if (days.matches()) return Rung.daysLeft(Long.parseLong(days.group(1)));
        if (RUPEES.matcher(words).matches()) return Rung.paise(paise(words));
        throw new IllegalArgumentException("rung: " + words + " (expected: as 30%, 7 days or Rs 100)");
    }

    /** @throws IllegalArgumentException for words that are no amount */
    public static long paise(String words) {
        Matcher rupees = RUPEES.matcher(words.strip());
        if (!rupees.matches())
            throw new IllegalArgumentException("amount: " + words + " (expected: as Rs 100 or Rs 99.50)");
        return new BigDecimal(rupees.group(1)).movePointRight(2).longValueExact();
    }
}
