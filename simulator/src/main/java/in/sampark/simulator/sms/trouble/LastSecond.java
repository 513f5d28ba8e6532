package in.sampark.simulator.sms.trouble;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** What was let through within the last second. */
final class LastSecond {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final LongSupplier nanos;
    private final Deque<Long> passed = new ArrayDeque<>();

    /** @param nanos as {@link System#nanoTime} */
    LastSecond(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Lets another through, unless as many were within the last second. */
    synchronized boolean pass(int most) {
        long now = nanos.getAsLong();
        while (!passed.isEmpty() && now - passed.getFirst() >= SECOND) {
            passed.removeFirst();
        }
        if (passed.size() >= most) {
            return false;
        }
        passed.addLast(now);
        return true;
    }
}
