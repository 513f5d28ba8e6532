package in.sampark.notification.message;

import in.sampark.notification.message.domain.Message;
import in.sampark.notification.message.domain.Step;
import java.util.List;
import reactor.core.publisher.Mono;

/** Says what happens to messages. Everything said joins the caller's transaction, and is said once that is committed. */
public interface AnnounceMessages {

    /** Puts messages on their lanes, to be handed over now. */
    Mono<Void> onLanes(List<Message> messages);

    /** Tells whoever follows messages of steps taken. */
    Mono<Void> steps(List<Step> steps);
}
