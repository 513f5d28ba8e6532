package in.sampark.notification.dispatch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Messages of one rank that wait in this instance for their turn at one provider. Several are booked at a time, one booking after the other. */
final class TurnQueue {

    private static final Logger log = LoggerFactory.getLogger(TurnQueue.class);

    /** The next turns are booked so long before the last ones end, that none are lost to the booking. */
    private static final Duration AHEAD = Duration.ofMillis(20);

    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofMillis(100);
    private static final Duration LATELY = Duration.ofSeconds(1);
    private static final Duration BOOKED_WITHIN = Duration.ofSeconds(2);

    private record Waiting(MonoSink<Boolean> turn, Deadline latest) {}

    private final Scheduler scheduler = Schedulers.parallel();
    private final Deque<Waiting> waiting = new ConcurrentLinkedDeque<>();
    private final AtomicBoolean booking = new AtomicBoolean();
    private final int atATime;
    private final Duration between;
    private final IntFunction<Mono<Duration>> book;
    /** When there were no turns for the first time since there were some, by {@link System#nanoTime}; 0 while there are. */
    private volatile long withoutSince;

    /**
     * @param atATime turns booked at a time
     * @param between from a turn to the next
     * @param book books turns for so many; how long until the first, or empty when there are none soon
     */
    TurnQueue(int atATime, Duration between, IntFunction<Mono<Duration>> book) {
        this.atATime = atATime;
        this.between = between;
        this.book = messages -> book.apply(messages).timeout(BOOKED_WITHIN);
    }

    /** True when a message's turn has come, false when it did not come in time. */
    Mono<Boolean> turn(Deadline latest) {
        return Mono.create(turn -> {
            waiting.addLast(new Waiting(turn, latest));
            bookNext();
        });
    }

    /** Whether those who come before left something lately; if not, it is tried again. */
    boolean moves() {
        long since = withoutSince;
        boolean moves = since == 0 || System.nanoTime() - since < LATELY.toNanos();
        if (!moves) {
            book.apply(0).subscribe(wait -> withoutSince = 0, failure -> log.warn("no turns: {}", failure.toString()));
        }
        return moves;
    }

    private void bookNext() {
        while (!waiting.isEmpty() && booking.compareAndSet(false, true)) {
            List<Waiting> next = next();
            if (!next.isEmpty()) {
                book(next);
                return;
            }
            booking.set(false);
        }
    }

    private List<Waiting> next() {
        var next = new ArrayList<Waiting>(atATime);
        Waiting one;
        while (next.size() < atATime && (one = waiting.pollFirst()) != null) {
            if (one.latest().passed()) {
                one.turn().success(false);
            } else {
                next.add(one);
            }
        }
        return next;
    }

    private void book(List<Waiting> next) {
        book.apply(next.size())
                .switchIfEmpty(Mono.fromRunnable(() -> putBack(next)))
                .subscribe(wait -> give(next, wait), failure -> {
                    log.warn("no turns: {}", failure.toString());
                    next.forEach(one -> one.turn().success(false));
                    goOnAfter(BEFORE_ANOTHER_TRY);
                });
    }

    private void putBack(List<Waiting> next) {
        if (withoutSince == 0) {
            withoutSince = System.nanoTime();
        }
        next.reversed().forEach(waiting::addFirst);
        goOnAfter(BEFORE_ANOTHER_TRY);
    }

    private void give(List<Waiting> next, Duration wait) {
        withoutSince = 0;
        Duration at = wait;
        for (Waiting one : next) {
            after(at, () -> one.turn().success(true));
            at = at.plus(between);
        }
        goOnAfter(at.minus(AHEAD));
    }

    private void goOnAfter(Duration pause) {
        after(pause, () -> {
            booking.set(false);
            bookNext();
        });
    }

    private void after(Duration pause, Runnable work) {
        scheduler.schedule(work, Math.max(0, pause.toNanos()), TimeUnit.NANOSECONDS);
    }
}
