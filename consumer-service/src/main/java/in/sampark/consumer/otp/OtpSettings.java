package in.sampark.consumer.otp;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.contact.domain.MobileNumber;
import in.sampark.consumer.otp.domain.Allowance;
import in.sampark.consumer.otp.domain.Spender;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
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
 * @param perAccount codes officers may have sent for one connection
 * @param perOfficer codes one officer may have sent
 */
@Validated
@ConfigurationProperties("sampark.otp")
record OtpSettings(
        @DefaultValue("10m") @DurationMin(minutes = 1) @DurationMax(minutes = 10)
        Duration validFor,

        @DefaultValue("5") @Min(1) @Max(10) int attempts,
        @DefaultValue("3") @Min(1) int sends,

        @DefaultValue("10m") @DurationMin(minutes = 1) @DurationMax(hours = 24)
        Duration sendWindow,

        @DefaultValue("30s") @DurationMin(seconds = 0) Duration resendAfter,

        @DefaultValue("30m") @DurationMin(minutes = 10) @DurationMax(minutes = 50)
        Duration keptFor,

        @Valid @DefaultValue LimitSettings perAccount,
        @Valid @DefaultValue LimitSettings perOfficer) {

    /** What a code counts against, whoever asks for it. */
    Map<Spender, Allowance> ofSending(MobileNumber number, ConnectionId connection) {
        Map<Spender, Allowance> spending = new HashMap<>(ofNumber(number));
        spending.put(new Spender(Spender.Kind.RESENDING, pair(number, connection)), again());
        return spending;
    }

    /** What a code counts against that is held back, when it is sent. */
    Map<Spender, Allowance> ofNumber(MobileNumber number) {
        return Map.of(new Spender(Spender.Kind.NUMBER, number.e164()), new Allowance(sends, sendWindow, Duration.ZERO));
    }

    /** What a code counts against that is held back, when it is asked for. */
    Map<Spender, Allowance> ofHolding(MobileNumber number, ConnectionId connection) {
        return Map.of(new Spender(Spender.Kind.HOLDING, pair(number, connection)), again());
    }

    private Allowance again() {
        return new Allowance(sends, sendWindow, resendAfter);
    }

    private static String pair(MobileNumber number, ConnectionId connection) {
        return number.e164() + "\n" + connection;
    }

    /** What a code that an officer asks for counts against. */
    Map<Spender, Allowance> ofOfficer(String officer, ConnectionId connection, MobileNumber number) {
        Map<Spender, Allowance> spending = new HashMap<>(ofSending(number, connection));
        spending.put(new Spender(Spender.Kind.ACCOUNT, connection.toString()), perAccount.allowance());
        spending.put(new Spender(Spender.Kind.OFFICER, officer), perOfficer.allowance());
        return spending;
    }
}
