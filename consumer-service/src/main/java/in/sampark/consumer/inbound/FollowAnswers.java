package in.sampark.consumer.inbound;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import in.sampark.consumer.audit.Actor;
import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.contact.domain.ContactNumber;
import in.sampark.consumer.contact.domain.DoubtReason;
import in.sampark.consumer.contact.domain.Language;
import in.sampark.consumer.contact.domain.Preferences.Consent;
import in.sampark.consumer.contact.domain.Preferences.Purpose;
import in.sampark.consumer.doubt.DoubtNumbers;
import in.sampark.consumer.inbound.domain.Answer;
import in.sampark.consumer.inbound.domain.Answer.NotMine;
import in.sampark.consumer.inbound.domain.Answer.Speak;
import in.sampark.consumer.inbound.domain.Answer.Stop;
import in.sampark.consumer.inbound.messaging.InboundListener;
import in.sampark.consumer.preference.ChooseLanguages;
import in.sampark.consumer.preference.WithdrawConsents;
import in.sampark.consumer.preference.WithdrawConsents.Withdrawal;
import in.sampark.consumer.preference.WithdrawConsents.Word;
import in.sampark.consumer.preference.domain.ConsentEntry;
import in.sampark.platform.crypto.MaskedNumber;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Does what consumers answered. */
class FollowAnswers {

    private static final Actor BY = Actor.service(InboundListener.ID);

    /** What was said stands in the answer, not in a text of ours that it answers. */
    private static final Word STOP = new Word(BY, ConsentEntry.Source.MESSAGE, "STOP");

    private final DoubtNumbers doubtNumbers;
    private final WithdrawConsents withdrawConsents;
    private final ChooseLanguages chooseLanguages;
    private final Clock clock;

    FollowAnswers(
            DoubtNumbers doubtNumbers,
            WithdrawConsents withdrawConsents,
            ChooseLanguages chooseLanguages,
            Clock clock) {
        this.doubtNumbers = doubtNumbers;
        this.withdrawConsents = withdrawConsents;
        this.chooseLanguages = chooseLanguages;
        this.clock = clock;
    }

    /** Joins the caller's transaction. @param answers in their order, of connections on record */
    Mono<Void> follow(List<Answer> answers) {
        return doubt(only(answers, NotMine.class))
                .then(Mono.defer(() -> withdraw(only(answers, Stop.class))))
                .then(Mono.defer(() -> speak(only(answers, Speak.class))));
    }

    private Mono<Void> doubt(List<NotMine> said) {
        Map<ConnectionId, List<NotMine>> byConnection = said.stream().collect(groupingBy(NotMine::connectionId));
        return byConnection.isEmpty()
                ? Mono.empty()
                : doubtNumbers
                        .doubt(
                                byConnection.keySet(),
                                (id, held) -> byConnection.getOrDefault(id, List.of()).stream()
                                        .anyMatch(one -> casts(one, held)),
                                new DoubtNumbers.Cause(DoubtReason.NOT_MINE, BY, clock.instant()))
                        .then();
    }

    /**
     * Of two numbers that end alike both are meant: a doubt too many costs a code, one too few goes on telling a stranger. What was
     * said before a number was proven says nothing of it.
     */
    private static boolean casts(NotMine said, ContactNumber held) {
        Instant proven = held.verifiedAt();
        return proven != null
                && !proven.isAfter(said.at())
                && MaskedNumber.of(held.number().e164()).equals(said.maskedNumber());
    }

    private Mono<Void> withdraw(List<Stop> said) {
        return withdrawConsents.withdraw(
                said.stream().flatMap(FollowAnswers::withdrawals).toList(), STOP);
    }

    private static Stream<Withdrawal> withdrawals(Stop stop) {
        return Arrays.stream(Purpose.values())
                .map(purpose -> new Withdrawal(stop.connectionId(), new Consent(stop.channel(), purpose), stop.at()));
    }

    private Mono<Void> speak(List<Speak> said) {
        Map<ConnectionId, Language> last =
                said.stream().collect(toMap(Speak::connectionId, Speak::language, (before, later) -> later));
        return chooseLanguages.choose(last, BY);
    }

    private static <A extends Answer> List<A> only(List<Answer> answers, Class<A> kind) {
        return answers.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
