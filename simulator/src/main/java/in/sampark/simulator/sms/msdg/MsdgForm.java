package in.sampark.simulator.sms.msdg;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a sender fills in.
 *
 * @param content as it came: of a Unicode message, its characters as entities
 */
record MsdgForm(
        @Nullable String username,
        @Nullable String password,
        @Nullable String senderId,
        String content,
        String serviceType,
        String mobileNo,
        @Nullable String templateId,
        @Nullable String key) {

    private static final Pattern ENTITY = Pattern.compile("&#(\\d{1,7});");
    private static final String BEYOND_LATIN = "[^\\x00-\\xff]";
    private static final int NATIONAL = 10;

    static MsdgForm of(Map<String, String> fields) {
        return new MsdgForm(
                fields.get("username"),
                fields.get("password"),
                fields.get("senderid"),
                fields.getOrDefault("content", ""),
                fields.getOrDefault("smsservicetype", ""),
                fields.getOrDefault("mobileno", fields.getOrDefault("bulkmobno", "")),
                fields.get("templateid"),
                fields.get("key"));
    }

    boolean isSignedWith(String secureKey) {
        String signed = username + senderId + content + secureKey;
        return key != null && MessageDigest.isEqual(sha512(signed).getBytes(UTF_8), key.getBytes(UTF_8));
    }

    /** E.164; it takes ten digits, or twelve with the country's. */
    String to() {
        return mobileNo.length() == NATIONAL ? "+91" + mobileNo : "+" + mobileNo;
    }

    /** As it arrives: what is sent as another kind of message than it is, or not in entities, arrives mutilated. */
    String text() {
        String legible = content.replaceAll(BEYOND_LATIN, "?");
        return switch (serviceType) {
            case "unicodemsg", "unicodeotpmsg" ->
                ENTITY.matcher(legible)
                        .replaceAll(entity ->
                                Matcher.quoteReplacement(Character.toString(Integer.parseInt(entity.group(1)))));
            case "singlemsg", "bulkmsg", "otpmsg" -> legible;
            default -> "";
        };
    }

    private static String sha512(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-512: missing (expected: in every JDK)", e);
        }
    }

    @Override
    public String toString() {
        return "MsdgForm[" + senderId + ", " + serviceType + ", " + templateId + "]";
    }
}
