package in.sampark.platform.settled;

import org.springframework.core.Ordered;
import reactor.core.publisher.Mono;

/**
 * Work a service still has to do by now, by the domain's clock. What may turn into other work is asked for before that: between the two it moves on and is
 * seen, never the other way round.
 */
public interface Unsettled extends Ordered {

    /** Whatever the work is, what comes of it is announced. */
    int ANNOUNCEMENTS = LOWEST_PRECEDENCE;

    /** What is waiting, in a few words. */
    String what();

    /** How many of it. */
    Mono<Long> count();

    @Override
    default int getOrder() {
        return 0;
    }
}
