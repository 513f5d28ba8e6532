package in.sampark.notification.dispatch.messaging;

import in.sampark.contract.Topic;
import in.sampark.contract.notification.Dispatch;
import in.sampark.notification.dispatch.DispatchMessages;
import in.sampark.notification.message.domain.Lane;
import in.sampark.notification.message.domain.Message;
import in.sampark.platform.messaging.BatchListener;
import in.sampark.platform.messaging.Batches;
import in.sampark.platform.messaging.Received;
import in.sampark.platform.messaging.Rejected;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What the listeners of all lanes have in common. */
abstract class LaneListener {

    private final Lane lane;
    private final BatchListener<Dispatch> batches;
    private final DispatchMessages dispatchMessages;
    private final Duration time;

    /** The first record of this thread's batch that is still to be handed over; none for one that was not begun. */
    private final ThreadLocal<@Nullable ConsumerRecord<byte[], byte[]>> reached = new ThreadLocal<>();

    /** The provider takes no more for now. What waits does so on its topic, not claimed and not redelivered. */
    static final class RateReached extends RuntimeException {

        private static final long serialVersionUID = 1;

        RateReached(int left) {
            super(left + " messages wait for their turn at a provider", null, false, false);
        }
    }

    LaneListener(String id, Topic<Dispatch> topic, Lane lane, Batches batches, DispatchMessages dispatchMessages) {
        this.lane = lane;
        this.batches = batches.untransacted(id, topic, this::dispatch);
        this.dispatchMessages = dispatchMessages;
        this.time = dispatchMessages.time(lane);
    }

    /**
     * Hands a batch over, of a provider with a rate in parts that it soon takes.
     *
     * @throws RateReached when time is up for what is left: the same batch is to be handed in again, and goes on there
     */
    final void handle(List<ConsumerRecord<byte[], byte[]>> batch) {
        long begun = System.nanoTime();
        int done = Math.max(0, batch.indexOf(reached.get()));
        while (done < batch.size()) {
            int room = dispatchMessages.room(lane);
            if (room == 0 || System.nanoTime() - begun > time.toNanos()) {
                reached.set(batch.get(done));
                throw new RateReached(batch.size() - done);
            }
            int end = (int) Math.min(batch.size(), (long) done + room);
            batches.handle(batch.subList(done, end));
            done = end;
        }
        reached.remove();
    }

    private Mono<List<Rejected<Dispatch>>> dispatch(List<Received<Dispatch>> batch) {
        var messages = new ArrayList<Message>(batch.size());
        var rejected = new ArrayList<Rejected<Dispatch>>();
        for (Received<Dispatch> received : batch) {
            try {
                messages.add(DispatchMapper.message(received.value(), lane));
            } catch (IllegalArgumentException e) {
                rejected.add(new Rejected<>(received, String.valueOf(e.getMessage())));
            }
        }
        return dispatchMessages.dispatch(lane, messages).thenReturn(rejected);
    }
}
