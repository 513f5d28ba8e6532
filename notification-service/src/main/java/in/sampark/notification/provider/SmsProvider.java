package in.sampark.notification.provider;

import in.sampark.notification.provider.domain.Outcome;
import in.sampark.notification.provider.domain.OutgoingSms;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Somebody who carries texts to phones. */
public interface SmsProvider {

    /** Its name: in settings, in the path of its receipts, in the life of a message. */
    String name();

    /**
     * Hands one text over, once. Whatever goes wrong is an outcome: the result never fails. A text that was not taken for sure is
     * told from one of which that is not known. Silence ends within a bounded time; the longest time in all is set by whoever waits,
     * and cancelling gives up.
     */
    Mono<Outcome> send(OutgoingSms sms);

    /** How long a text may stand in line here before anything is done with it. Who gives up earlier may take a place of the line with them. */
    default Duration inLineAtMost() {
        return Duration.ZERO;
    }
}
