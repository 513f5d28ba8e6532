package in.sampark.notification.operator.domain;

import in.sampark.notification.provider.domain.OperatorTask;
import in.sampark.notification.provider.domain.Outcome;
import in.sampark.notification.provider.domain.OutgoingSms;
import java.util.stream.Stream;

/**
 * A task that a hand-over met with.
 *
 * @param header it is about; empty when it is about none
 * @param templateId it is about, as registered; empty when it is about none
 * @param reason the provider's word for it
 */
public record Raised(String provider, OperatorTask task, String header, String templateId, String reason) {

    /** What the outcome of handing a text to a provider raises, if anything. */
    public static Stream<Raised> by(String provider, Outcome outcome, OutgoingSms sms) {
        return outcome instanceof Outcome.Refused(String reason, boolean permanent, OperatorTask task) && task != null
                ? Stream.of(new Raised(
                        provider,
                        task,
                        task == OperatorTask.HEADER_BLOCKED ? sms.header() : "",
                        task == OperatorTask.TEMPLATE_REFUSED ? sms.templateId() : "",
                        reason))
                : Stream.empty();
    }
}
