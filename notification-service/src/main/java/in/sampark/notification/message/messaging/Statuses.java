package in.sampark.notification.message.messaging;

import in.sampark.contract.Topics;
import in.sampark.contract.notification.MessageStatus;
import in.sampark.contract.notification.MessageStep;
import in.sampark.notification.message.domain.MessageState;
import in.sampark.notification.message.domain.NamedUuid;
import in.sampark.notification.message.domain.Step;
import in.sampark.platform.outbox.Announcement;

/** Steps of messages as others read them. */
final class Statuses {

    private static final String SMS = "SMS";

    private Statuses() {}

    /** Announces the step. @throws IllegalArgumentException for a state that is nobody else's business */
    static Announcement<MessageStatus> announcement(Step step) {
        return Announcement.of(
                Topics.MESSAGE_STATUS,
                MessageStatus.newBuilder()
                        .setEventId(
                                NamedUuid.ofStep(step.messageId(), step.state().name(), step.attempt()))
                        .setOccurredAt(step.at())
                        .setDiscom(step.discom())
                        .setCausationId(step.eventId())
                        .setMessageId(step.messageId().toString())
                        .setConnectionIds(step.connectionIds())
                        .setKind(step.kind())
                        .setLanguage(step.language())
                        .setChannel(SMS)
                        .setProvider(step.provider())
                        .setMaskedNumber(step.maskedNumber())
                        .setStep(of(step.state()))
                        .setAttempt(step.attempt())
                        .setReason(step.reason())
                        .build());
    }

    private static MessageStep of(MessageState state) {
        return switch (state) {
            case PLANNED -> MessageStep.PLANNED;
            case ACCEPTED -> MessageStep.ACCEPTED;
            case RETRYING -> MessageStep.RETRYING;
            case UNKNOWN -> MessageStep.UNKNOWN;
            case DELIVERED -> MessageStep.DELIVERED;
            case FAILED -> MessageStep.FAILED;
            case EXPIRED -> MessageStep.EXPIRED;
            case SUPPRESSED -> MessageStep.SUPPRESSED;
            case UNREACHABLE, SENDING ->
                throw new IllegalArgumentException("state: " + state + " (expected: one that is announced)");
        };
    }
}
