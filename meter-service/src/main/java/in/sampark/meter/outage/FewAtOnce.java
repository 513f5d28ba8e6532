package in.sampark.meter.outage;

import in.sampark.platform.web.Problem;
import java.util.concurrent.Semaphore;
import reactor.core.publisher.Mono;

/**
 * Lets no more than so many further at once, in this instance: each keeps a connection to the database while it waits for the broker, and a broker
 * that is away must not cost everybody else the database.
 */
final class FewAtOnce {

    private static final long RETRY_AFTER_SECONDS = 5;

    private final Semaphore places;

    FewAtOnce(int most) {
        this.places = new Semaphore(most);
    }

    /** The work, or the problem that there is no place; a place is free again as soon as the work ends, however it does. */
    <T> Mono<T> admit(Mono<T> work) {
        return Mono.defer(() -> places.tryAcquire()
                ? work.doFinally(ended -> places.release())
                : Mono.error(Problem.unavailable(
                        "too many announcements wait for the message broker; nothing was said", RETRY_AFTER_SECONDS)));
    }
}
