package in.sampark.notification.fanout.domain;

import in.sampark.notification.plan.domain.Notice;
import in.sampark.notification.plan.domain.Notice.Plan;
import in.sampark.notification.recipient.domain.Reach;
import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of the connections a fan-out looks at together.
 *
 * @param tell one message a person, when the first of their connections is looked at
 * @param doubtful notices that nobody can be told as far as is known
 */
public record Page(List<Plan.Tell> tell, List<Notice> doubtful) {

    /** Decides about each connection by its contact. */
    public static Page of(FanOut fanOut, List<Supplied> connections) {
        var tell = new ArrayList<Plan.Tell>();
        var doubtful = new ArrayList<Notice>();
        for (Supplied one : connections) {
            switch (one.reach()) {
                case Reach.Proven person -> {
                    if (!one.together().isEmpty()) {
                        tell.add(new Plan.Tell(fanOut.to(person, one.together()), person.maskedNumber()));
                    }
                }
                case Reach.None nobody -> {
                    if (fanOut.kept()) {
                        doubtful.add(fanOut.about(one.connectionId()));
                    }
                }
            }
        }
        return new Page(tell, doubtful);
    }
}
