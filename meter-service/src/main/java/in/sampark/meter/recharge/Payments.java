package in.sampark.meter.recharge;

import in.sampark.meter.recharge.domain.Known;
import in.sampark.meter.recharge.domain.Payment;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** What the gateway has reported. All methods join the caller's transaction; the connections' accounts are locked. */
public interface Payments {

    /** What is known of those of the ids that were credited before. */
    Mono<Map<Payment.Id, Known>> known(Collection<Payment.Id> ids);

    /** Of each connection as many of the payments that stand as are asked for, those made last. */
    Mono<Map<String, List<Payment>>> latest(Map<String, Integer> countByConnection);

    /** What connections owe in arrears; who owes none may be left out. */
    Mono<Map<String, Long>> arrears(Collection<String> connectionIds);

    /**
     * Keeps what is known from now on, in place of what was.
     *
     * @return fails with an {@link org.springframework.dao.OptimisticLockingFailureException} when a transaction has been booked otherwise
     *     since it was looked for; tried again, it is known
     */
    Mono<Void> keep(Collection<Known> known);
}
