package in.sampark.notification.plan;

import in.sampark.contract.Topics;
import in.sampark.notification.plan.domain.Accounts;
import in.sampark.notification.plan.domain.Audience;
import in.sampark.notification.plan.domain.Occurrence;
import in.sampark.notification.plan.domain.Period;
import in.sampark.notification.plan.domain.Posted;
import in.sampark.notification.plan.domain.Rule;
import in.sampark.notification.plan.domain.Rules;
import in.sampark.notification.plan.r2dbc.BalancesTold;
import in.sampark.notification.plan.r2dbc.BalancesTold.Ended;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Tells balances to those who asked for them, once when a day is posted, or a month. */
public class TellBalances {

    private static final String PERIOD = "period";

    /** What rules and templates may ask of a balance. */
    static final Set<String> VALUES = Set.of("account", "availablePaise", "occurredAt", "through", PERIOD);

    /** A balance that may be told by a rule. */
    private record Due(Posted posted, Period period, Ended ended) {}

    private final Rules rules;
    private final BalancesTold told;
    private final PlanNotices planNotices;
    private final Clock clock;

    TellBalances(Rules rules, BalancesTold told, PlanNotices planNotices, Clock clock) {
        this.rules = rules;
        this.told = told;
        this.planNotices = planNotices;
        this.clock = clock;
    }

    /** Plans what is told of balances; joins the caller's transaction. @param inOrder a later one of a connection counts */
    public Mono<Void> tell(List<Posted> inOrder) {
        Instant now = clock.instant();
        Map<Ended, Due> due = new LinkedHashMap<>();
        inOrder.stream().flatMap(posted -> due(posted, now)).forEach(one -> due.put(one.ended(), one));
        return due.isEmpty()
                ? Mono.empty()
                : told.note(List.copyOf(due.keySet()))
                        .flatMap(news -> planNotices.plan(news.stream()
                                .flatMap(ended -> Stream.ofNullable(due.get(ended)))
                                .map(TellBalances::occurrence)
                                .toList()));
    }

    private Stream<Due> due(Posted posted, Instant now) {
        return Stream.of(Period.values())
                .flatMap(period -> rules.of(Topics.Name.BALANCES, Map.of(PERIOD, period.name())).stream()
                        .filter(rule -> rule.audience() == Audience.SUBSCRIBED_CONTACT)
                        .filter(rule -> now.isBefore(rule.relevantUntil(posted.at(), null)))
                        .map(rule -> due(posted, period, rule)));
    }

    private static Due due(Posted posted, Period period, Rule rule) {
        LocalDate ended = period.ended(posted.through());
        boolean late = period.late(ended, posted.through());
        return new Due(posted, period, new Ended(posted.connectionId(), rule.kind(), ended, late));
    }

    private static Occurrence occurrence(Due due) {
        Posted posted = due.posted();
        return new Occurrence(
                Topics.Name.BALANCES,
                posted.eventId(),
                posted.at(),
                null,
                posted.discom(),
                posted.connectionId(),
                Map.of(
                        "account",
                        Accounts.of(posted.connectionId()),
                        "availablePaise",
                        String.valueOf(posted.availablePaise()),
                        "occurredAt",
                        posted.at().toString(),
                        "through",
                        due.ended().through().toString(),
                        PERIOD,
                        due.period().name()));
    }
}
