package in.sampark.notification.fanout;

import in.sampark.notification.fanout.domain.Broadcast;
import in.sampark.notification.fanout.domain.FanOut;
import in.sampark.notification.fanout.r2dbc.FanOutTable;
import in.sampark.notification.plan.KeepUnreachable;
import in.sampark.notification.plan.domain.Rules;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/**
 * Begins to tell many. What was being told of the same subject ends, and so does what is kept of it for those nobody could tell. Only whom it no
 * longer concerns go on being told so: later news do not reach them.
 */
public class StartFanOuts {

    private final Rules rules;
    private final FanOutTable fanOuts;
    private final KeepUnreachable keepUnreachable;
    private final Clock clock;

    StartFanOuts(Rules rules, FanOutTable fanOuts, KeepUnreachable keepUnreachable, Clock clock) {
        this.rules = rules;
        this.fanOuts = fanOuts;
        this.keepUnreachable = keepUnreachable;
        this.clock = clock;
    }

    /** Begins what is still worth telling of the news, one a subject beside a release; joins the caller's transaction. */
    public Mono<Void> start(List<Broadcast> news) {
        if (news.isEmpty()) {
            return Mono.empty();
        }
        Instant now = clock.instant();
        List<FanOut> worthTelling = news.stream()
                .flatMap(one -> rules.of(one.topic(), one.values()).stream().map(rule -> FanOut.of(one, rule)))
                .filter(fanOut -> fanOut.relevantUntil().isAfter(now))
                .toList();
        Set<String> subjects = news.stream().map(Broadcast::subject).collect(Collectors.toSet());
        List<Broadcast> concerning = news.stream().filter(one -> !one.release()).toList();
        return stop(subjects).then(fanOuts.spare(concerning)).then(fanOuts.begin(worthTelling));
    }

    /** Ends what is being told of subjects; joins the caller's transaction. */
    private Mono<Void> stop(Collection<String> subjects) {
        return fanOuts.end(subjects).then(keepUnreachable.keepNoLonger(subjects));
    }
}
