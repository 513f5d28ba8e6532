package in.sampark.consumer.contact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import in.sampark.consumer.contact.domain.MobileNumber;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Understands mobile numbers however people write them: with or without +91 or a leading 0, with blanks or dashes. */
public final class MobileNumbers {

    private static final String INDIA = "IN";
    private static final int CALLING_CODE =
            91; // India's alone: what is of a known type under it is a valid Indian number
    private static final Pattern WRITTEN = Pattern.compile("\\+?[0-9()\\-. ]{10,20}");

    /** Some ranges carry both, and a landline among them fails its one-time code. */
    private static final Set<PhoneNumberType> MOBILE =
            Set.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE);

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private MobileNumbers() {}

    /** The Indian mobile number a text stands for, or nothing when it stands for none. */
    public static Optional<MobileNumber> parse(String text) {
        if (!WRITTEN.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            PhoneNumber number = NUMBERS.parse(text, INDIA);
            return number.getCountryCode() == CALLING_CODE && MOBILE.contains(NUMBERS.getNumberType(number))
                    ? Optional.of(new MobileNumber(NUMBERS.format(number, PhoneNumberFormat.E164)))
                    : Optional.empty();
        } catch (NumberParseException noNumber) {
            return Optional.empty();
        }
    }
}
