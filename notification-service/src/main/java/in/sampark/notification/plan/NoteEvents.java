package in.sampark.notification.plan;

import in.sampark.notification.plan.domain.Moment;
import in.sampark.notification.plan.domain.Occurrence;
import in.sampark.notification.plan.domain.OvertakenBy.LaterEvent;
import in.sampark.notification.plan.domain.Rules;
import in.sampark.notification.plan.r2dbc.LatestEvents;
import in.sampark.notification.plan.r2dbc.LatestEvents.Key;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import reactor.core.publisher.Mono;

/** Remembers when what may overtake a notice happened last, e.g. a recharge: a low-balance notice from before it is no longer true. */
public class NoteEvents {

    private final Rules rules;
    private final LatestEvents latest;

    NoteEvents(Rules rules, LatestEvents latest) {
        this.rules = rules;
        this.latest = latest;
    }

    /** Takes note; joins the caller's transaction. */
    public Mono<Void> note(List<Occurrence> occurrences) {
        SortedMap<Key, Moment> last = new TreeMap<>();
        for (LaterEvent overtaking : rules.overtaking()) {
            for (Occurrence one : occurrences) {
                if (overtaking.topics().contains(one.topic())) {
                    last.merge(key(overtaking, one), Moment.of(one.at(), one.values()), Moment::and);
                }
            }
        }
        return last.isEmpty() ? Mono.empty() : latest.note(last);
    }

    private static Key key(LaterEvent overtaking, Occurrence one) {
        return new Key(one.topic(), one.connectionId(), overtaking.matter(one.values()));
    }
}
