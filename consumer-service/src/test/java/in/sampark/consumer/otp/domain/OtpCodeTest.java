package in.sampark.consumer.otp.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OtpCodeTest {

    @Test
    void leadingZerosArePartOfACode() {
        RandomGenerator seven = new RandomGenerator() {
            @Override
            public long nextLong() {
                return 0;
            }

            @Override
            public int nextInt(int bound) {
                return 7;
            }
        };

        assertThat(OtpCode.draw(seven).digits()).isEqualTo("000007");
    }

    @Test
    void everyFirstDigitIsDrawn() {
        var source = new Random(1);

        assertThat(IntStream.range(0, 1000)
                        .mapToObj(i -> OtpCode.draw(source).digits().charAt(0))
                        .distinct())
                .hasSize(10);
    }

    @Test
    void onlySixDigitsAreACode() {
        assertThat(OtpCode.parse("000007")).contains(new OtpCode("000007"));
        assertThat(OtpCode.parse("12345")).isEmpty();
        assertThat(OtpCode.parse("1234567")).isEmpty();
        assertThat(OtpCode.parse("12345a")).isEmpty();
        assertThat(OtpCode.parse("१२३४५६")).isEmpty();
    }

    @Test
    void codeStaysOutOfText() {
        assertThat(new OtpCode("123456").toString()).doesNotContain("123456");
    }
}
