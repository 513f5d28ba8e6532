package in.sampark.notification.message.messaging;

import in.sampark.contract.notification.Dispatch;
import in.sampark.notification.message.domain.Lane;
import in.sampark.notification.message.domain.Message;
import in.sampark.notification.message.domain.NamedUuid;
import in.sampark.notification.message.domain.SealedCode;
import in.sampark.platform.outbox.Announcement;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Messages on their lanes. */
public final class Dispatches {

    private Dispatches() {}

    /** Puts the message on its lane. */
    public static Announcement<Dispatch> announcement(Message message) {
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

    /**
     * The message of a record found on a lane.
     *
     * @throws IllegalArgumentException when the record is not a message; the reason holds no personal data
     */
    public static Message message(Dispatch dispatch, Lane lane) {
        return new Message(
                UUID.fromString(dispatch.getMessageId()),
                dispatch.getDiscom(),
                eventId(dispatch),
                dispatch.getRecipient(),
                dispatch.getConnectionIds(),
                dispatch.getKind(),
                lane,
                dispatch.getLanguage(),
                dispatch.getValues(),
                dispatch.getOccurredAt(),
                dispatch.getExpiresAt(),
                dispatch.getAttempt(),
                sealed(dispatch));
    }

    private static String eventId(Dispatch dispatch) {
        String causationId = dispatch.getCausationId();
        return causationId == null ? dispatch.getEventId() : causationId;
    }

    private static @Nullable SealedCode sealed(Dispatch dispatch) {
        var number = dispatch.getSealedNumber();
        var code = dispatch.getSealedCode();
        return number == null || code == null ? null : new SealedCode(number, code);
    }
}
