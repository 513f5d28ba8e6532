package in.sampark.notification.plan;

import in.sampark.notification.message.AnnounceMessages;
import in.sampark.notification.message.CountPlanned;
import in.sampark.notification.message.domain.Message;
import in.sampark.notification.message.domain.Step;
import in.sampark.notification.plan.domain.Notice;
import in.sampark.notification.plan.domain.Notice.Plan;
import in.sampark.notification.plan.domain.Occurrence;
import in.sampark.notification.plan.domain.Rules;
import in.sampark.notification.plan.domain.Unreached;
import in.sampark.notification.plan.r2dbc.NamedNotices;
import in.sampark.notification.recipient.Contacts;
import in.sampark.notification.recipient.domain.Contact;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/**
 * Turns what happened into messages on their lanes, or, where nobody may be told, into notices kept while they matter and work
 * for the field.
 */
public class PlanNotices {

    private final Rules rules;
    private final Contacts contacts;
    private final NamedNotices named;
    private final KeepUnreachable keepUnreachable;
    private final CountPlanned countPlanned;
    private final AnnounceMessages announce;
    private final Clock clock;

    PlanNotices(
            Rules rules,
            Contacts contacts,
            NamedNotices named,
            KeepUnreachable keepUnreachable,
            CountPlanned countPlanned,
            AnnounceMessages announce,
            Clock clock) {
        this.rules = rules;
        this.contacts = contacts;
        this.named = named;
        this.keepUnreachable = keepUnreachable;
        this.countPlanned = countPlanned;
        this.announce = announce;
        this.clock = clock;
    }

    /** Plans what the occurrences lead to; joins the caller's transaction. Each occurrence must be given once. */
    public Mono<Void> plan(List<Occurrence> occurrences) {
        List<Notice> notices = occurrences.stream()
                .flatMap(one -> rules.of(one.topic(), one.values()).stream().map(rule -> new Notice(one, rule)))
                .toList();
        return notices.isEmpty()
                ? Mono.empty()
                : named.note(notices, rules.named())
                        .then(Mono.defer(() -> contacts.find(connections(notices))))
                        .flatMap(known -> plan(notices, known));
    }

    /**
     * Puts messages on their lanes. Of the doubtful notices some become messages after all; the others are kept while they matter.
     * Joins the caller's transaction.
     *
     * @param doubtful notices that nobody could be told a moment ago
     */
    public Mono<Void> tellOrKeep(List<Plan.Tell> tell, List<Notice> doubtful) {
        return doubtful.isEmpty()
                ? tell(tell)
                : contacts.findLocked(connections(doubtful)).flatMap(locked -> planLocked(tell, doubtful, locked));
    }

    /** Puts messages on their lanes; joins the caller's transaction. */
    public Mono<Void> tell(List<Plan.Tell> messages) {
        Instant now = clock.instant();
        List<Message> onTheirWay = messages.stream().map(Plan.Tell::message).toList();
        return countPlanned
                .count(onTheirWay)
                .then(announce.steps(messages.stream()
                        .map(one -> Step.planned(one.message(), one.maskedNumber(), now))
                        .toList()))
                .then(announce.onLanes(onTheirWay));
    }

    /**
     * Who can be told is told. Of the others a number might just be proven by a transaction not yet committed, which would
     * then miss the notice among those that wait for it: they are looked at again with their contacts locked.
     */
    private Mono<Void> plan(List<Notice> notices, Map<String, Contact> known) {
        var tell = new ArrayList<Plan.Tell>();
        var doubtful = new ArrayList<Notice>();
        for (Notice notice : notices) {
            switch (notice.plan(known.get(notice.occurrence().connectionId()))) {
                case Plan.Tell one -> tell.add(one);
                case Plan.Keep keep -> doubtful.add(notice);
            }
        }
        return tellOrKeep(tell, doubtful);
    }

    private Mono<Void> planLocked(List<Plan.Tell> certain, List<Notice> doubtful, Map<String, Contact> locked) {
        var tell = new ArrayList<>(certain);
        var keep = new LinkedHashMap<Notice, Unreached>();
        for (Notice notice : doubtful) {
            switch (notice.plan(locked.get(notice.occurrence().connectionId()))) {
                case Plan.Tell one -> tell.add(one);
                case Plan.Keep one -> keep.put(notice, one.unreached());
            }
        }
        return keep(keep).then(tell(tell));
    }

    /** The end of what nobody heard of is neither kept nor work for the field. */
    private Mono<Void> keep(Map<Notice, Unreached> unreached) {
        List<Notice> ends = unreached.keySet().stream()
                .filter(one -> one.rule().after() != null)
                .toList();
        Mono<Set<UUID>> heard = ends.isEmpty() ? Mono.just(Set.of()) : named.heard(ends);
        return heard.flatMap(those -> keepUnreachable.keepNew(
                unreached.entrySet().stream()
                        .filter(one -> one.getKey().rule().after() == null
                                || those.contains(one.getValue().messageId()))
                        .map(Map.Entry::getValue)
                        .toList(),
                clock.instant()));
    }

    private static Set<String> connections(List<Notice> notices) {
        return notices.stream().map(one -> one.occurrence().connectionId()).collect(Collectors.toSet());
    }
}
