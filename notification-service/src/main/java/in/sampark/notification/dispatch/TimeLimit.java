package in.sampark.notification.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Gives up what takes longer than it may. All share one timer, set for whoever runs out of time first: nearly everything is over long
 * before, and a timer for each would cost more than what it is for.
 */
final class TimeLimit {

    private final Scheduler scheduler = Schedulers.parallel();
    private final Set<UnderWay> underWay = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean timed = new AtomicBoolean();
    private final long nanos;

    TimeLimit(Duration limit) {
        this.nanos = limit.toNanos();
    }

    private final class UnderWay implements Disposable {

        private final long begun = System.nanoTime();
        private final Runnable giveUp;

        private UnderWay(Runnable giveUp) {
            this.giveUp = giveUp;
        }

        private long left(long now) {
            return nanos - (now - begun);
        }

        @Override
        public void dispose() {
            underWay.remove(this);
        }
    }

    /** Gives something up when its time is over, unless what this answers with is disposed of before. */
    Disposable begin(Runnable giveUp) {
        var one = new UnderWay(giveUp);
        underWay.add(one);
        ensureTimer();
        return one;
    }

    private void ensureTimer() {
        if (!timed.get() && timed.compareAndSet(false, true)) {
            lookAfter(nanos);
        }
    }

    private void lookAfter(long pause) {
        scheduler.schedule(this::look, pause, TimeUnit.NANOSECONDS);
    }

    private void look() {
        long now = System.nanoTime();
        List<UnderWay> late =
                underWay.stream().filter(one -> one.left(now) <= 0).toList();
        late.forEach(UnderWay::dispose);
        OptionalLong first = underWay.stream().mapToLong(one -> one.left(now)).min();
        if (first.isPresent()) {
            lookAfter(first.getAsLong());
        } else {
            timed.set(false);
            if (!underWay.isEmpty()) {
                ensureTimer();
            }
        }
        late.forEach(one -> scheduler.schedule(one.giveUp));
    }
}
