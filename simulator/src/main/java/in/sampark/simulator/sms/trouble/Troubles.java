package in.sampark.simulator.sms.trouble;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/** The gateway's present trouble, and the requests that have met it. */
final class Troubles {

    /** @param met how many requests have met the trouble */
    record Present(Trouble trouble, long met) {

        boolean over() {
            return !trouble.any() || trouble.requests() != null && met >= trouble.requests();
        }

        private Present metOnceMore() {
            return over() ? this : new Present(trouble, met + 1);
        }
    }

    private final AtomicReference<Present> present = new AtomicReference<>(new Present(Trouble.NONE, 0));
    private final DoubleSupplier chance;
    private final LastSecond lastSecond;

    /**
     * @param chance numbers from 0 (inclusive) to 1 (exclusive), which decide whom a share of the requests is
     * @param nanos as {@link System#nanoTime}
     */
    Troubles(DoubleSupplier chance, LongSupplier nanos) {
        this.chance = chance;
        this.lastSecond = new LastSecond(nanos);
    }

    /** Replaces the present trouble. */
    void begin(Trouble trouble) {
        present.set(new Present(trouble, 0));
    }

    Present present() {
        return present.get();
    }

    /** What the next request meets: the present trouble, or none. */
    Trouble meet() {
        if (present.get().over() || spares(present.get().trouble())) {
            return Trouble.NONE;
        }
        Present before = present.getAndUpdate(Present::metOnceMore);
        return before.over() ? Trouble.NONE : before.trouble();
    }

    private boolean spares(Trouble trouble) {
        return chance.getAsDouble() >= trouble.share()
                || trouble.perSecond() != null && lastSecond.pass(trouble.perSecond());
    }
}
