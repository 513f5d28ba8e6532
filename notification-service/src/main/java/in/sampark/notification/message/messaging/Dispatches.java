package in.sampark.notification.message.messaging;

import in.sampark.contract.notification.Dispatch;
import in.sampark.notification.message.domain.Message;
import in.sampark.notification.message.domain.NamedUuid;
import in.sampark.notification.message.domain.SealedCode;
import in.sampark.platform.outbox.Announcement;

/** Messages on their lanes. */
final class Dispatches {

    private Dispatches() {}

    /** Puts the message on its lane. */
    static Announcement<Dispatch> announcement(Message message) {
        SealedCode sealed = message.sealed();
        return Announcement.of(
                LaneTopics.of(message.lane()),
                Dispatch.newBuilder()
                        .setEventId(NamedUuid.ofStep(message.id(), "DISPATCH", message.attempt()))
                        .setOccurredAt(message.dueAt())
                        .setDiscom(message.discom())
                        .setCausationId(message.eventId())
                        .setMessageId(message.id().toString())
                        .setRecipient(message.recipient())
                        .setConnectionIds(message.connectionIds())
                        .setKind(message.kind())
                        .setLanguage(message.language())
                        .setValues(message.values())
                        .setAttempt(message.attempt())
                        .setExpiresAt(message.expiresAt())
                        .setSealedNumber(sealed == null ? null : sealed.number())
                        .setSealedCode(sealed == null ? null : sealed.code())
                        .build());
    }
}
