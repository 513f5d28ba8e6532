package in.sampark.consumer.otp;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.contact.domain.MobileNumber;
import in.sampark.consumer.otp.domain.Allowance;
import in.sampark.consumer.otp.domain.Spender;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How one-time codes are handled.
 *
 * @param validFor from asking for a code to its end
 * @param attempts guesses a challenge takes
 * @param sends codes one number may be sent within {@code sendWindow}
 * @param resendAfter pause before a number is sent a code for the same connection again; it doubles each time
 * @param keptFor how long a challenge stays on record
 */
@Validated
@ConfigurationProperties("sampark.otp")
record OtpSettings(
        @DefaultValue("10m") @DurationMin(minutes = 1) @DurationMax(minutes = 10)
        Duration validFor,

        @DefaultValue("5") @Min(1) @Max(10) int attempts,
        @DefaultValue("3") @Min(1) int sends,
        @DefaultValue("10m") @DurationMin(minutes = 1) Duration sendWindow,

        @DefaultValue("30s") @DurationMin(seconds = 0) Duration resendAfter,
        @DefaultValue("30m") @DurationMin(minutes = 10) @DurationMax(minutes = 50)
        Duration keptFor,

        @Valid @DefaultValue Limit perAccount,
        @Valid @DefaultValue Limit perOfficer) {

    /** So many times within a window. */
    record Limit(
            @DefaultValue("20") @Min(1) int times,
            @DefaultValue("24h") @DurationMin(minutes = 1) Duration window) {

        Allowance allowance() {
            return new Allowance(times, window, Duration.ZERO);
        }
    }

    /** What a code that an officer asks for counts against. */
    Map<Spender, Allowance> ofOfficer(String officer, ConnectionId connection, MobileNumber number) {
        return Map.of(
                new Spender(Spender.Kind.NUMBER, number.e164()), new Allowance(sends, sendWindow, Duration.ZERO),
                new Spender(Spender.Kind.RESENDING, number.e164() + "\n" + connection),
                        new Allowance(sends, sendWindow, resendAfter),
                new Spender(Spender.Kind.ACCOUNT, connection.toString()), perAccount.allowance(),
                new Spender(Spender.Kind.OFFICER, officer), perOfficer.allowance());
    }

    /** The longest time a spent allowance counts. */
    Duration longestWindow() {
        return Stream.of(sendWindow, perAccount.window(), perOfficer.window())
                .max(Duration::compareTo)
                .orElseThrow();
    }
}
