package in.sampark.consumer.contact;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.consumer.contact.domain.MobileNumber;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MobileNumbersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"9897010001", "+919897010001", "09897010001", "+91 98970 10001", "919897010001", "98970-10001"})
    void numberIsUnderstoodHoweverItIsWritten(String text) {
        assertThat(MobileNumbers.parse(text)).contains(new MobileNumber("+919897010001"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "989701000",
                "98970100011",
                "1234567890",
                "5897010001",
                "01126588500", // a landline in Delhi
                "1800111555",
                "+12025550123",
                "9.89701E+09",
                "98970ABCDE",
                "9897010001 ext 5",
                "9897010001;9897010002"
            })
    void anythingElseIsNoMobileNumber(String text) {
        assertThat(MobileNumbers.parse(text)).isEmpty();
    }
}
