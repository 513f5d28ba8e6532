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
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import reactor.core.publisher.Mono;

/** What the listeners of all lanes have in common. */
abstract class LaneListener {

    private final Lane lane;
    private final BatchListener<Dispatch> batches;
    private final DispatchMessages dispatchMessages;

    LaneListener(String id, Topic<Dispatch> topic, Lane lane, Batches batches, DispatchMessages dispatchMessages) {
        this.lane = lane;
        this.batches = batches.untransacted(id, topic, this::dispatch);
        this.dispatchMessages = dispatchMessages;
    }

    final void handle(List<ConsumerRecord<byte[], byte[]>> batch) {
        batches.handle(batch);
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
