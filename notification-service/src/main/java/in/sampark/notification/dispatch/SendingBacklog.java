package in.sampark.notification.dispatch;

import in.sampark.notification.dispatch.r2dbc.StaleClaims;
import in.sampark.platform.settled.Unsettled;
import reactor.core.publisher.Mono;

/**
 * Messages claimed without a recorded outcome. One of unknown outcome is among those to be tried again, or final after that: a receipt
 * that may never come is not waited for.
 */
record SendingBacklog(StaleClaims claims) implements Unsettled {

    @Override
    public String what() {
        return "messages sending";
    }

    @Override
    public Mono<Long> count() {
        return claims.sending();
    }

    /** What is to be tried again waits, and is told later. */
    @Override
    public int getOrder() {
        return -2;
    }
}
