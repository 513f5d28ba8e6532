package in.sampark.simulator.sms.submission;

import in.sampark.simulator.sms.domain.Draft;
import in.sampark.simulator.sms.domain.Message;
import in.sampark.simulator.sms.domain.Messages;
import in.sampark.simulator.sms.domain.Refusal;
import in.sampark.simulator.sms.domain.Submission;
import in.sampark.simulator.sms.domain.Verdict;
import in.sampark.simulator.sms.receipt.Carrier;
import in.sampark.simulator.sms.receipt.ReceiptForm;
import in.sampark.simulator.sms.trouble.OwnWords;
import org.springframework.web.server.ServerWebExchange;

/** Takes messages, in whatever shape they came. Like real gateways it knows no idempotency: sent twice is sent twice. */
public final class TakeMessages {

    /** What is to be answered, in the shape's own words. */
    public sealed interface Answer {
        /** @param id the gateway's id of the message, found again in its receipt */
        record Accepted(String id) implements Answer {}

        record Refused(Refusal refusal) implements Answer {}
    }

    private final Messages messages;
    private final Carrier carrier;

    public TakeMessages(Messages messages, Carrier carrier) {
        this.messages = messages;
        this.carrier = carrier;
    }

    /** Takes a message and carries it to its phone, or refuses it; in trouble it may answer otherwise than it does. */
    public Answer take(ServerWebExchange exchange, Draft draft, ReceiptForm form) {
        return OwnWords.of(exchange).map(words -> inTrouble(words, draft, form)).orElseGet(() -> take(draft, form));
    }

    private Answer inTrouble(OwnWords words, Draft draft, ReceiptForm form) {
        if (words.taken()) {
            take(draft, form);
        }
        return new Answer.Refused(words.refusal());
    }

    private Answer take(Draft draft, ReceiptForm form) {
        return switch (draft.judge()) {
            case Verdict.Refused(Refusal refusal) -> new Answer.Refused(refusal);
            case Verdict.Taken(Submission submission) -> {
                Message message = messages.take(submission);
                carrier.carry(message, form);
                yield new Answer.Accepted(message.id());
            }
        };
    }
}
