package in.sampark.meter.supply;

import in.sampark.contract.notification.MessageStatus;
import in.sampark.meter.supply.Supplies.Telling;
import in.sampark.meter.supply.domain.Notice;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a message that reached the phone proves. One of a kind that tells of a cut proves it of all connections it speaks of; any other of those that
 * its event told about, which is the rung at which nothing was left.
 */
final class DeliveredNotice {

    private DeliveredNotice() {}

    /** Whom it may have told that nothing is left. */
    static Stream<Telling> tellings(MessageStatus status, Set<String> kinds) {
        boolean ofCut = kinds.contains(status.getKind());
        String event = status.getCausationId();
        return ofCut || event != null
                ? status.getConnectionIds().stream().map(id -> new Telling(id, ofCut ? null : event))
                : Stream.empty();
    }

    /** @param kinds that tell of a cut @param connectionIds that proof is wanted of */
    static Collection<Meaning> proofs(MessageStatus status, Set<String> kinds, Set<String> connectionIds) {
        Notice notice = new Notice(Notice.Kind.MESSAGE, status.getMessageId(), status.getOccurredAt());
        boolean ofCut = kinds.contains(status.getKind());
        return status.getConnectionIds().stream()
                .filter(connectionIds::contains)
                .<Meaning>map(id -> new Meaning.About(
                        id,
                        status.getDiscom(),
                        status.getEventId(),
                        supply -> supply.reached(notice, status.getCausationId(), ofCut)))
                .toList();
    }
}
