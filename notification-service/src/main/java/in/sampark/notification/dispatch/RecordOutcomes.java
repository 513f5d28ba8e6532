package in.sampark.notification.dispatch;

import in.sampark.notification.dispatch.domain.Ended;
import in.sampark.notification.dispatch.domain.Verdict;
import in.sampark.notification.dispatch.r2dbc.Outcomes;
import in.sampark.notification.dispatch.r2dbc.Outcomes.Moved;
import in.sampark.notification.later.Later;
import in.sampark.notification.later.domain.Waiting;
import in.sampark.notification.message.AnnounceMessages;
import in.sampark.notification.message.domain.Message;
import in.sampark.notification.message.domain.MessageState;
import in.sampark.notification.message.domain.Step;
import in.sampark.notification.plan.KeepUnreachable;
import in.sampark.notification.plan.domain.Unreached;
import in.sampark.notification.recipient.Contacts;
import in.sampark.notification.recipient.ProvenContacts;
import in.sampark.notification.recipient.domain.Contact;
import in.sampark.notification.recipient.domain.Reach;
import in.sampark.platform.messaging.Healing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Records what came of a batch, and what follows, in one transaction. */
class RecordOutcomes {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final Verdict CONTACT_CHANGED = new Verdict.Retry("CONTACT_CHANGED", Duration.ZERO);

    private final Outcomes outcomes;
    private final Later later;
    private final KeepUnreachable keepUnreachable;
    private final Contacts contacts;
    private final ProvenContacts provenContacts;
    private final AnnounceMessages announce;
    private final TransactionalOperator transaction;
    private final Clock clock;
    private final Duration recordFor;

    RecordOutcomes(
            Outcomes outcomes,
            Later later,
            KeepUnreachable keepUnreachable,
            Contacts contacts,
            ProvenContacts provenContacts,
            AnnounceMessages announce,
            TransactionalOperator transaction,
            Clock clock,
            Duration recordFor) {
        this.outcomes = outcomes;
        this.later = later;
        this.keepUnreachable = keepUnreachable;
        this.contacts = contacts;
        this.provenContacts = provenContacts;
        this.announce = announce;
        this.transaction = transaction;
        this.clock = clock;
        this.recordFor = recordFor;
    }

    /**
     * Records the outcomes of a claim. What was handed over is not known anywhere else, so a database that is away for a moment is
     * waited for; after that, and at once after a failure that no waiting heals, the messages count as of unknown outcome.
     */
    Mono<Void> record(UUID token, List<Ended> ended) {
        return Mono.defer(() -> inTransaction(token, ended))
                .as(transaction::transactional)
                .retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE)
                        .maxBackoff(LONGEST_PAUSE)
                        .filter(Healing::byTime))
                .timeout(recordFor);
    }

    private Mono<Void> inTransaction(UUID token, List<Ended> ended) {
        Instant now = clock.instant();
        return doubtful(ended).flatMap(known -> {
            List<Ended> reconsidered =
                    ended.stream().map(one -> reconsidered(one, known)).toList();
            return outcomes.record(token, reconsidered, now)
                    .flatMap(moved -> follow(news(reconsidered, moved), moved, now))
                    .then(tellOthers(known.values()));
        });
    }

    /**
     * Of an unreachable person the number might have been proven since the claim, and the notice would wait for a proof that has
     * come already: their contacts are looked at again, locked.
     */
    private Mono<Map<String, Contact>> doubtful(List<Ended> ended) {
        Set<String> doubtful = ended.stream()
                .filter(one -> one.verdict() instanceof Verdict.Unreachable)
                .flatMap(one -> one.message().connectionIds().stream())
                .collect(Collectors.toSet());
        return doubtful.isEmpty() ? Mono.just(Map.of()) : contacts.findLocked(doubtful);
    }

    /** A message to a person who has none of its connections any more is kept for whoever has them now, and need not be. */
    private Mono<Void> tellOthers(Collection<Contact> contacts) {
        List<Contact> proven = contacts.stream()
                .filter(contact -> contact.reach() instanceof Reach.Proven)
                .toList();
        return proven.isEmpty() ? Mono.empty() : provenContacts.proven(proven);
    }

    private static Ended reconsidered(Ended ended, Map<String, Contact> known) {
        Message message = ended.message();
        boolean changed = ended.verdict() instanceof Verdict.Unreachable
                && message.connectionIds().stream().anyMatch(id -> mayBeTold(message, known.get(id)));
        return changed ? ended.with(CONTACT_CHANGED) : ended;
    }

    /** As a claim chooses: whom the message was planned for, or whoever a lone connection belongs to. */
    private static boolean mayBeTold(Message message, @Nullable Contact contact) {
        return contact != null
                && contact.reach() instanceof Reach.Proven proven
                && (proven.recipient().equals(message.recipient())
                        || message.connectionIds().size() == 1);
    }

    private static List<Ended> news(List<Ended> ended, Map<UUID, Moved> moved) {
        return ended.stream()
                .filter(one -> moved.containsKey(one.message().id()))
                .toList();
    }

    private Mono<Void> follow(List<Ended> news, Map<UUID, Moved> moved, Instant now) {
        var waiting = new ArrayList<Waiting>();
        var over = new ArrayList<UUID>();
        var unreached = new ArrayList<Unreached>();
        var steps = new ArrayList<Step>();
        for (Ended one : news) {
            UUID id = one.message().id();
            switch (one.verdict()) {
                case Verdict.Retry retry -> waiting.add(Waiting.after(id, retry.pause()));
                case Verdict.Unknown unknown
                when firstUnknown(moved, id) -> waiting.add(Waiting.after(id, unknown.pause()));
                case Verdict.Unreachable(Reach.Reason why) -> unreached.add(Unreached.of(one.message(), why));
                case Verdict.Unknown unknown -> over.add(id);
                case Verdict.Accepted accepted -> over.add(id);
                case Verdict.Failed failed -> over.add(id);
                case Verdict.Expired expired -> over.add(id);
                case Verdict.Suppressed suppressed -> over.add(id);
            }
            if (one.verdict().state() != MessageState.UNREACHABLE) {
                steps.add(step(one, now));
            }
        }
        return later.remove(over)
                .then(later.add(waiting))
                .then(keepUnreachable.keep(unreached))
                .then(announce.steps(steps));
    }

    private static boolean firstUnknown(Map<UUID, Moved> moved, UUID id) {
        Moved row = moved.get(id);
        return row != null && row.unknowns() == 1;
    }

    private static Step step(Ended ended, Instant now) {
        return Step.taken(
                ended.message(),
                ended.maskedNumber(),
                ended.verdict().state(),
                ended.provider(),
                ended.verdict().reason(),
                now);
    }
}
