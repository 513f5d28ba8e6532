package in.sampark.notification.message;

import in.sampark.notification.message.domain.Message;
import in.sampark.notification.message.r2dbc.PlannedMessages;
import java.util.List;
import reactor.core.publisher.Mono;

/** Counts what is planned, so that it can be compared with what became of it. */
public class CountPlanned {

    private final PlannedMessages planned;

    CountPlanned(PlannedMessages planned) {
        this.planned = planned;
    }

    /** Counts messages that are put on their lanes, unless they were before; joins the caller's transaction. */
    public Mono<Void> count(List<Message> messages) {
        return planned.count(messages);
    }
}
