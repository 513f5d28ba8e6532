package in.sampark.meter.supply;

import in.sampark.contract.notification.MessageStatus;
import in.sampark.meter.supply.domain.Notice;
import in.sampark.meter.supply.domain.Supply;
import java.util.Collection;
import java.util.Set;

/**
 * What a message that reached the phone proves. One of a kind that tells of a cut proves it of all connections it speaks of; any other of those that
 * its event told about, which is the rung at which nothing was left.
 */
final class DeliveredNotice {

    private DeliveredNotice() {}

    /** @param kinds that tell of a cut @param connectionIds that proof is wanted of */
    static Collection<Meaning> proofs(MessageStatus status, Set<String> kinds, Set<String> connectionIds) {
        Notice notice = new Notice(Notice.Kind.MESSAGE, status.getMessageId(), status.getOccurredAt());
        return status.getConnectionIds().stream()
                .filter(connectionIds::contains)
                .<Meaning>map(id -> new Meaning.About(
                        id,
                        status.getDiscom(),
                        status.getEventId(),
                        supply -> tells(status, kinds, supply) ? supply.noticed(notice) : supply))
                .toList();
    }

    private static boolean tells(MessageStatus status, Set<String> kinds, Supply supply) {
        return kinds.contains(status.getKind()) || supply.toldBy(status.getCausationId());
    }
}
