package in.sampark.consumer.contact;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.consumer.contact.domain.MobileNumber;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;

class MobileNumbersPropertiesTest {

    @Property
    void whateverIsWrittenIsAnIndianMobileNumberOrNone(@ForAll @StringLength(max = 40) String text) {
        assertThat(MobileNumbers.parse(text).stream())
                .allSatisfy(number -> assertThat(number.e164()).matches("\\+91[6-9][0-9]{9}"));
    }

    @Property
    void whatLooksLikeANumberIsOneOrNone(
            @ForAll @NumericChars @Chars({'+', '-', ' ', '(', ')', '.'}) @StringLength(max = 24) String text) {
        assertThat(MobileNumbers.parse(text).stream())
                .allSatisfy(number -> assertThat(number.e164().substring(3)).isEqualTo(lastTen(text)));
    }

    @Property
    void numberIsTheSameInWhateverWay(@ForAll("subscribers") String ten) {
        Optional<MobileNumber> plain = MobileNumbers.parse(ten);

        assertThat(plain).contains(new MobileNumber("+91" + ten));
        assertThat(MobileNumbers.parse("+91" + ten)).isEqualTo(plain);
        assertThat(MobileNumbers.parse("91" + ten)).isEqualTo(plain);
        assertThat(MobileNumbers.parse("0" + ten)).isEqualTo(plain);
        assertThat(MobileNumbers.parse("+91 " + ten.substring(0, 5) + " " + ten.substring(5)))
                .isEqualTo(plain);
        assertThat(MobileNumbers.parse(ten.substring(0, 5) + "-" + ten.substring(5)))
                .isEqualTo(plain);
    }

    @Property
    void withADigitMoreOrLessItIsNone(
            @ForAll("subscribers") String ten, @ForAll @CharRange(from = '0', to = '9') char digit) {
        assertThat(MobileNumbers.parse(ten.substring(1))).isEmpty();
        assertThat(MobileNumbers.parse(ten + digit)).isEmpty();
    }

    /** Series that are mobile for certain. */
    @Provide
    Arbitrary<String> subscribers() {
        return Arbitraries.integers().between(0, 99_999_999).map("98%08d"::formatted);
    }

    private static String lastTen(String text) {
        String digits = text.replaceAll("[^0-9]", "");
        return digits.substring(digits.length() - 10);
    }
}
