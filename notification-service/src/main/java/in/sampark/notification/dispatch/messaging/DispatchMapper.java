package in.sampark.notification.dispatch.messaging;

import in.sampark.contract.notification.Dispatch;
import in.sampark.notification.message.domain.Lane;
import in.sampark.notification.message.domain.Message;
import in.sampark.notification.message.domain.SealedCode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Messages found on their lanes. */
final class DispatchMapper {

    private DispatchMapper() {}

    /**
     * The message of a record found on a lane.
     *
     * @throws IllegalArgumentException when the record is not a message; the reason holds no personal data
     */
    static Message message(Dispatch dispatch, Lane lane) {
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
