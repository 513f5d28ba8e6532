package in.sampark.consumer.contact.domain;

import java.util.regex.Pattern;

/** An Indian mobile number in E.164, e.g. +919897010001. Personal data: it stays out of logs and messages. */
public record MobileNumber(String e164) {

    private static final Pattern INDIAN_MOBILE = Pattern.compile("\\+91[6-9][0-9]{9}");

    public MobileNumber {
        if (!INDIAN_MOBILE.matcher(e164).matches()) {
            throw new IllegalArgumentException(
                    "mobile number: " + e164.length() + " characters (expected: " + INDIAN_MOBILE + ")");
        }
    }

    @Override
    public String toString() {
        return "MobileNumber[***]";
    }
}
