package in.sampark.notification.plan.messaging;

import in.sampark.contract.Topics;
import in.sampark.contract.notification.Unreachable;
import in.sampark.contract.notification.UnreachableReason;
import in.sampark.notification.message.domain.NamedUuid;
import in.sampark.notification.plan.domain.Unreached;
import in.sampark.notification.recipient.domain.Reach;
import in.sampark.platform.outbox.Announcement;
import java.util.List;

/** Notices that reached nobody, as work for the field. */
public final class UnreachableMapper {

    private UnreachableMapper() {}

    /** One announcement for each connection the notice speaks of. */
    public static List<Announcement<Unreachable>> announcements(Unreached unreached) {
        return unreached.connectionIds().stream()
                .map(connectionId -> Announcement.of(Topics.UNREACHABLE, unreachable(unreached, connectionId)))
                .toList();
    }

    private static Unreachable unreachable(Unreached unreached, String connectionId) {
        return Unreachable.newBuilder()
                .setEventId(NamedUuid.ofStep(unreached.messageId(), "UNREACHABLE " + connectionId, 0))
                .setOccurredAt(unreached.dueAt())
                .setDiscom(unreached.discom())
                .setCausationId(unreached.eventId())
                .setConnectionId(connectionId)
                .setKind(unreached.kind())
                .setReason(reason(unreached.reason()))
                .setRelevantUntil(unreached.relevantUntil())
                .build();
    }

    private static UnreachableReason reason(Reach.Reason reason) {
        return switch (reason) {
            case NO_CONTACT -> UnreachableReason.NO_CONTACT;
            case NO_NUMBER -> UnreachableReason.NO_NUMBER;
            case NUMBER_NOT_VERIFIED -> UnreachableReason.NUMBER_NOT_VERIFIED;
            case NUMBER_DOUBTED -> UnreachableReason.NUMBER_DOUBTED;
        };
    }
}
