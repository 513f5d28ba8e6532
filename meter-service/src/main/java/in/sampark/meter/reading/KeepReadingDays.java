package in.sampark.meter.reading;

import in.sampark.meter.balance.domain.Midnight;
import in.sampark.platform.database.DayPartitions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Keeps a partition of readings for each day that is coming, and drops those of days whose readings are kept no longer, in no time whatever they hold.
 * Readings of a day that had no partition when they came, because they were late or nobody led for days, get theirs.
 */
final class KeepReadingDays {

    private static final Logger log = LoggerFactory.getLogger(KeepReadingDays.class);

    private final ReadingDays days;
    private final DoubtedReadings doubted;
    private final Duration keptFor;
    private final int ahead;
    private final Clock clock;
    private final TransactionalOperator transaction;

    /**
     * @param keptFor how long readings are kept
     * @param ahead days that have their partition before they begin
     */
    KeepReadingDays(
            ReadingDays days,
            DoubtedReadings doubted,
            Duration keptFor,
            int ahead,
            Clock clock,
            TransactionalOperator transaction) {
        this.days = days;
        this.doubted = doubted;
        this.keptFor = keptFor;
        this.ahead = ahead;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** One partition made or dropped, each in a transaction of its own, so that nothing waits for long; answers whether there may be more. */
    Mono<Boolean> step() {
        Instant now = clock.instant();
        LocalDate lastGone = Midnight.dayOf(now.minus(keptFor)).minusDays(1);
        return DayPartitions.patiently(Mono.defer(() -> days.present())
                .flatMap(present -> missing(present, Midnight.dayOf(now))
                        .map(this::add)
                        .or(() -> gone(present, lastGone).map(this::drop))
                        .orElseGet(() -> tidy(lastGone)))
                .as(transaction::transactional));
    }

    private Optional<LocalDate> missing(SortedSet<LocalDate> present, LocalDate today) {
        return today.datesUntil(today.plusDays(ahead + 1L))
                .filter(day -> !present.contains(day))
                .findFirst();
    }

    private static Optional<LocalDate> gone(SortedSet<LocalDate> present, LocalDate lastGone) {
        return present.stream().findFirst().filter(day -> !day.isAfter(lastGone));
    }

    private Mono<Boolean> add(LocalDate day) {
        return days.add(day).thenReturn(true);
    }

    private Mono<Boolean> drop(LocalDate day) {
        return days.drop(day)
                .doOnSuccess(done -> log.info("readings of {} are dropped", day))
                .thenReturn(true);
    }

    private Mono<Boolean> tidy(LocalDate lastGone) {
        return days.deleteStrays(lastGone)
                .then(Mono.defer(() -> doubted.forget(Midnight.ending(lastGone))))
                .then(Mono.defer(days::stray))
                .flatMap(this::add)
                .defaultIfEmpty(false);
    }
}
