package in.sampark.consumer.otp.domain;

import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** A one-time code of six digits. It stays out of logs. */
public record OtpCode(String digits) {

    private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");

    public OtpCode {
        if (!SIX_DIGITS.matcher(digits).matches()) {
            throw new IllegalArgumentException("code: " + digits.length() + " characters (expected: 6 digits)");
        }
    }

    /** Draws a code, each as likely as any other; the source must be unpredictable. */
    public static OtpCode draw(RandomGenerator source) {
        int drawn = source.nextInt(1_000_000);
        return new OtpCode(String.valueOf(1_000_000 + drawn).substring(1));
    }

    /** The code somebody typed, or nothing when it is none. */
    public static Optional<OtpCode> parse(String text) {
        return SIX_DIGITS.matcher(text).matches() ? Optional.of(new OtpCode(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return "OtpCode[***]";
    }
}
