package in.sampark.notification.plan.messaging;

import in.sampark.contract.Topics;
import in.sampark.contract.consumer.OtpRequested;
import in.sampark.notification.message.domain.Message;
import in.sampark.notification.message.domain.NamedUuid;
import in.sampark.notification.message.domain.SealedCode;
import in.sampark.notification.plan.PlanNotices;
import in.sampark.notification.plan.domain.Accounts;
import in.sampark.notification.plan.domain.Notice.Plan;
import in.sampark.notification.plan.domain.Rule;
import in.sampark.notification.plan.domain.Rules;
import in.sampark.notification.recipient.Numbers;
import in.sampark.notification.recipient.Numbers.Opened;
import in.sampark.platform.crypto.UnsealableException;
import in.sampark.platform.messaging.BatchListener;
import in.sampark.platform.messaging.Batches;
import in.sampark.platform.messaging.Inbox;
import in.sampark.platform.messaging.Received;
import in.sampark.platform.messaging.Rejected;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import reactor.core.publisher.Mono;

/**
 * Puts one-time codes on the urgent lane. The number is opened here to know the recipient's hash and mask, and forgotten again: number
 * and code travel on sealed.
 */
public class OtpListener {

    static final String ID = "notification-service.otp-requested";

    private final BatchListener<OtpRequested> batches;
    private final Inbox inbox;
    private final PlanNotices planNotices;
    private final Rules rules;
    private final Numbers numbers;

    public OtpListener(Batches batches, Inbox inbox, PlanNotices planNotices, Rules rules, Numbers numbers) {
        this.batches = batches.of(ID, Topics.OTP_REQUESTED, this::plan);
        this.inbox = inbox;
        this.planNotices = planNotices;
        this.rules = rules;
        this.numbers = numbers;
    }

    @KafkaListener(id = ID, topics = Topics.Name.OTP_REQUESTED)
    void on(List<ConsumerRecord<byte[], byte[]>> batch) {
        batches.handle(batch);
    }

    private Mono<List<Rejected<OtpRequested>>> plan(List<Received<OtpRequested>> batch) {
        return inbox.firstTime(ID, batch, OtpRequested::getEventId).flatMap(this::planFresh);
    }

    private Mono<List<Rejected<OtpRequested>>> planFresh(List<Received<OtpRequested>> fresh) {
        var messages = new ArrayList<Plan.Tell>();
        var rejected = new ArrayList<Rejected<OtpRequested>>();
        for (Received<OtpRequested> received : fresh) {
            OtpRequested otp = received.value();
            try {
                Opened to = numbers.open(otp.getSealedNumber(), otp.getChallengeId());
                rules.of(Topics.Name.OTP_REQUESTED, Map.of())
                        .forEach(rule -> messages.add(new Plan.Tell(message(otp, to, rule), to.masked())));
            } catch (UnsealableException e) {
                rejected.add(new Rejected<>(received, "sealedNumber: " + e.getMessage()));
            }
        }
        return planNotices.tell(messages).thenReturn(rejected);
    }

    private static Message message(OtpRequested otp, Opened to, Rule rule) {
        return new Message(
                NamedUuid.ofMessage(otp.getOccurredAt(), otp.getEventId(), to.hash(), rule.kind()),
                otp.getDiscom(),
                otp.getEventId(),
                to.hash(),
                List.of(otp.getConnectionId()),
                rule.kind(),
                rule.lane(),
                otp.getLanguage(),
                Map.of(
                        "account", Accounts.of(otp.getConnectionId()),
                        "challengeId", otp.getChallengeId(),
                        "purpose", otp.getPurpose().name(),
                        "validTill", otp.getExpiresAt().toString()),
                otp.getOccurredAt(),
                otp.getExpiresAt(),
                1,
                new SealedCode(otp.getSealedNumber(), otp.getSealedCode()));
    }
}
