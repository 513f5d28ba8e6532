package in.sampark.platform.messaging;

import java.util.regex.Pattern;

/** Reasons as people may read them: without mobile numbers, and without characters that are not to be shown. */
final class Reason {

    /** Ten digits as India's mobile numbers have them, but not the account number in a connection id. */
    private static final Pattern MOBILE_NUMBER = Pattern.compile("(?<![\\d:])(?:\\+?91)?[6-9]\\d{5}(\\d{4})(?!\\d)");

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private Reason() {}

    static String shown(String reason) {
        return CONTROL.matcher(MOBILE_NUMBER.matcher(reason).replaceAll("******$1"))
                .replaceAll("?");
    }
}
