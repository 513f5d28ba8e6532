package in.sampark.platform.crypto;

/** Numbers as people who need not know them may see them. */
public final class MaskedNumber {

    private static final int SHOWN_AT_END = 4;
    private static final int SHOWN_AT_START = 3;

    private MaskedNumber() {}

    /** {@code +919812345678} becomes {@code +91******5678}; anything too short to mask shows nothing. */
    public static String of(String number) {
        int hidden = number.length() - SHOWN_AT_START - SHOWN_AT_END;
        if (hidden < SHOWN_AT_END) {
            return "*".repeat(number.length());
        }
        return number.substring(0, SHOWN_AT_START)
                + "*".repeat(hidden)
                + number.substring(number.length() - SHOWN_AT_END);
    }
}
