package in.sampark.notification.message.messaging;

import in.sampark.notification.message.AnnounceMessages;
import in.sampark.notification.message.domain.Message;
import in.sampark.notification.message.domain.Step;
import in.sampark.platform.outbox.Outbox;
import java.util.List;
import reactor.core.publisher.Mono;

/** Announces messages on their topics. */
public class MessageTopics implements AnnounceMessages {

    private final Outbox outbox;

    public MessageTopics(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Mono<Void> onLanes(List<Message> messages) {
        return outbox.add(messages.stream().map(Dispatches::announcement).toList());
    }

    @Override
    public Mono<Void> steps(List<Step> steps) {
        return outbox.add(steps.stream().map(Statuses::announcement).toList());
    }
}
