package in.sampark.platform.settled;

import reactor.core.publisher.Mono;

/** Work a service still has to do by now, by the domain's clock. */
public interface Unsettled {

    /** What is waiting, in a few words. */
    String what();

    /** How many of it. */
    Mono<Long> count();
}
