package in.sampark.consumer.selfservice.web;

import in.sampark.consumer.connection.DiscomSettings;
import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.contact.MobileNumbers;
import in.sampark.consumer.contact.domain.Language;
import in.sampark.consumer.contact.domain.MobileNumber;
import in.sampark.consumer.selfservice.AskForCode;
import in.sampark.consumer.selfservice.AskToLogIn;
import in.sampark.consumer.selfservice.domain.SecondProof;
import in.sampark.platform.web.Problem;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Understands what the public sends by its shape alone. */
@Component
class RequestReader {

    private static final String HIDDEN = "***";
    private static final Pattern PROOF = Pattern.compile("[\\p{Alnum} ./_-]{1,64}");

    private final Map<String, Pattern> accountNumbers;

    RequestReader(DiscomSettings settings) {
        this.accountNumbers = settings.accountNumbers();
    }

    /** One of meter number and recharge reference is enough. Without a language the code comes in Hindi. */
    record NewChallenge(
            @Nullable String discom,
            @Nullable String accountNo,
            @Nullable String mobile,
            @Nullable String meterNo,
            @Nullable String rechargeReference,
            @Nullable String language) {

        @Override
        public String toString() {
            return "NewChallenge[***]";
        }
    }

    /** Without a language the code comes in Hindi. */
    record NewLogin(
            @Nullable String discom,
            @Nullable String accountNo,
            @Nullable String mobile,
            @Nullable String language) {

        @Override
        public String toString() {
            return "NewLogin[***]";
        }
    }

    /** @throws Problem 400 for what has the wrong shape */
    AskForCode.Request read(NewChallenge body) {
        return new AskForCode.Request(
                connection(body.discom(), body.accountNo()),
                number(body.mobile()),
                proof(body),
                language(body.language()));
    }

    /** @throws Problem 400 for what has the wrong shape */
    AskToLogIn.Request read(NewLogin body) {
        return new AskToLogIn.Request(
                connection(body.discom(), body.accountNo()), number(body.mobile()), language(body.language()));
    }

    private static MobileNumber number(@Nullable String mobile) {
        return Optional.ofNullable(mobile)
                .flatMap(MobileNumbers::parse)
                .orElseThrow(() -> Problem.invalid("mobile", HIDDEN, "an Indian mobile number"));
    }

    private ConnectionId connection(@Nullable String company, @Nullable String accountNo) {
        String discom = String.valueOf(company);
        Pattern format = Optional.ofNullable(accountNumbers.get(discom))
                .orElseThrow(() -> Problem.invalid("discom", discom, "one of " + accountNumbers.keySet()));
        return Optional.ofNullable(accountNo)
                .filter(account -> format.matcher(account).matches())
                .flatMap(account -> ConnectionId.parse(discom + ":" + account))
                .orElseThrow(() -> Problem.invalid("accountNo", accountNo, format.pattern()));
    }

    private static SecondProof proof(NewChallenge body) {
        return Stream.of(
                        given(body.meterNo()).<SecondProof>map(SecondProof.MeterNumber::new),
                        given(body.rechargeReference()).<SecondProof>map(SecondProof.RechargeReference::new))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "meterNo", HIDDEN, "the meter's number, or rechargeReference: that of the last recharge"));
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).filter(typed -> PROOF.matcher(typed).matches());
    }

    private static Language language(@Nullable String wanted) {
        String code = Optional.ofNullable(wanted).orElse(Language.HINDI.code());
        return Language.ofCode(code).orElseThrow(() -> Problem.invalid("language", code, "hi or en"));
    }
}
