package in.sampark.notification.dispatch;

import java.time.Duration;

/** A moment of the wall's clock. */
record Deadline(long nanos) {

    static Deadline after(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** The earlier of this and the moment after some time. */
    Deadline orAfter(Duration time) {
        Deadline other = after(time);
        return other.nanos - nanos < 0 ? other : this;
    }

    /** How long until then; zero when it has passed. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }

    boolean passed() {
        return System.nanoTime() - nanos > 0;
    }
}
