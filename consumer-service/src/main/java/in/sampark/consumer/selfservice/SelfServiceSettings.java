package in.sampark.consumer.selfservice;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.contact.domain.MobileNumber;
import in.sampark.consumer.otp.LimitSettings;
import in.sampark.consumer.otp.domain.Allowance;
import in.sampark.consumer.otp.domain.Spender;
import jakarta.validation.Valid;
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
 * How consumers prove a number themselves.
 *
 * @param toRefuse how long the holder of a verified number may refuse another
 * @param referenceKeptFor how long the reference of a connection's last recharge proves that somebody knows the connection
 * @param tokenValidFor how long whoever has logged in sees their connection before they need another code, whatever becomes of them meanwhile
 * @param perAccount codes asked for one account by the public; to log in by, for one account and number
 * @param perAddress codes asked for from one address
 * @param guessesPerAddress guesses from one address
 * @param atOncePerAddress requests of one address that an instance works on at once; what comes meanwhile is refused
 */
@Validated
@ConfigurationProperties("sampark.self-service")
record SelfServiceSettings(
        @DefaultValue("24h") @DurationMin(minutes = 10) Duration toRefuse,
        @DefaultValue("365d") @DurationMin(days = 1) Duration referenceKeptFor,

        @DefaultValue("20m") @DurationMin(minutes = 1) @DurationMax(hours = 1)
        Duration tokenValidFor,

        @Valid @DefaultValue LimitSettings perAccount,
        @Valid @DefaultValue LimitSettings perAddress,
        @Valid @DefaultValue LimitSettings guessesPerAddress,
        @DefaultValue("4") @Min(1) int atOncePerAddress) {

    /** What a code that the public asks for counts against, beside what every code does. */
    Map<Spender, Allowance> ofAsking(Map<Spender, Allowance> everyCode, ConnectionId connection, String address) {
        return spending(everyCode, connection.toString(), address);
    }

    /** What a code to log in by counts against, which is sent only to the connection's number, beside what every one held back does. */
    Map<Spender, Allowance> ofLogin(
            Map<Spender, Allowance> everyHeld, ConnectionId connection, MobileNumber number, String address) {
        return spending(everyHeld, connection + "\n" + number.e164(), address);
    }

    private Map<Spender, Allowance> spending(Map<Spender, Allowance> everyCode, String account, String address) {
        Map<Spender, Allowance> spending = new HashMap<>(everyCode);
        spending.put(new Spender(Spender.Kind.STRANGERS_ACCOUNT, account), perAccount.allowance());
        spending.put(new Spender(Spender.Kind.ADDRESS, address), perAddress.allowance());
        return spending;
    }
}
