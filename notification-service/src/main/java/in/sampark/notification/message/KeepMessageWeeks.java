package in.sampark.notification.message;

import in.sampark.notification.message.r2dbc.MessageWeeks;
import in.sampark.notification.message.r2dbc.NumberSearches;
import in.sampark.notification.message.r2dbc.PlannedMessages;
import in.sampark.platform.database.DayPartitions;
import in.sampark.platform.time.India;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Keeps a partition of messages for this week and the next, and drops those of weeks whose messages are kept no longer, in no time whatever they hold. Weeks
 * that had none when messages of them came get theirs. What is kept beside messages goes with them.
 */
final class KeepMessageWeeks {

    private static final Logger log = LoggerFactory.getLogger(KeepMessageWeeks.class);

    /** What is dated later has a wrong clock, and no week of its own. */
    private static final Duration AHEAD = Duration.ofDays(60);

    private final MessageWeeks weeks;
    private final PlannedMessages planned;
    private final NumberSearches searches;
    private final Duration keptFor;
    private final Clock clock;
    private final TransactionalOperator transaction;

    KeepMessageWeeks(
            MessageWeeks weeks,
            PlannedMessages planned,
            NumberSearches searches,
            Duration keptFor,
            Clock clock,
            TransactionalOperator transaction) {
        this.weeks = weeks;
        this.planned = planned;
        this.searches = searches;
        this.keptFor = keptFor;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** One partition made or dropped, each in a transaction of its own, so that nothing waits for long; answers whether there may be more. */
    Mono<Boolean> step() {
        Instant now = clock.instant();
        Instant keptSince = now.minus(keptFor);
        return DayPartitions.patiently(weeks.present()
                .flatMap(present -> missing(present, week(now))
                        .map(this::add)
                        .or(() -> gone(present, keptSince).map(this::drop))
                        .orElseGet(() -> tidy(keptSince)))
                .as(transaction::transactional));
    }

    private static Optional<LocalDate> missing(SortedSet<LocalDate> present, LocalDate thisWeek) {
        return Stream.of(thisWeek, thisWeek.plusWeeks(1))
                .filter(week -> !present.contains(week))
                .findFirst();
    }

    private static Optional<LocalDate> gone(SortedSet<LocalDate> present, Instant keptSince) {
        return present.stream().findFirst().filter(week -> week.isBefore(week(keptSince)));
    }

    private Mono<Boolean> add(LocalDate week) {
        return weeks.add(week).thenReturn(true);
    }

    private Mono<Boolean> drop(LocalDate week) {
        return weeks.drop(week)
                .doOnSuccess(done -> log.info("messages of the week from {} are dropped", week))
                .thenReturn(true);
    }

    private Mono<Boolean> tidy(Instant keptSince) {
        Instant firstKept = week(keptSince).atStartOfDay(India.ZONE).toInstant();
        return weeks.forgetOthers(keptSince)
                .then(Mono.defer(() -> weeks.forgetValues(firstKept)))
                .then(Mono.defer(() -> planned.forget(firstKept)))
                .then(Mono.defer(searches::prune))
                .then(Mono.defer(() -> weeks.stray(keptSince, clock.instant().plus(AHEAD))))
                .flatMap(stray -> add(week(stray)))
                .defaultIfEmpty(false);
    }

    /** The Monday of the local week that a time lies in. */
    private static LocalDate week(Instant time) {
        return LocalDate.ofInstant(time, India.ZONE).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
