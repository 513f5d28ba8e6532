package in.sampark.notification.message.messaging;

import in.sampark.contract.Topic;
import in.sampark.contract.Topics;
import in.sampark.contract.notification.Dispatch;
import in.sampark.notification.message.domain.Lane;

/** The topic of each lane. */
final class LaneTopics {

    private LaneTopics() {}

    /** Where messages of the lane wait to be handed over. */
    static Topic<Dispatch> of(Lane lane) {
        return switch (lane) {
            case URGENT -> Topics.DISPATCH_URGENT;
            case ALERT -> Topics.DISPATCH_ALERT;
            case BULK -> Topics.DISPATCH_BULK;
            case ROUTINE -> Topics.DISPATCH_ROUTINE;
        };
    }
}
