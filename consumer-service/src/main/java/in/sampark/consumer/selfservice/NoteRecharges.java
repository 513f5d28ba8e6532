package in.sampark.consumer.selfservice;

import static java.util.stream.Collectors.toMap;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.selfservice.domain.LastRecharge;
import in.sampark.consumer.selfservice.domain.SecondProof;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Keeps in mind by which reference a connection was last recharged. */
public class NoteRecharges {

    private final RechargeReferences references;
    private final DetailsHash detailsHash;

    NoteRecharges(RechargeReferences references, DetailsHash detailsHash) {
        this.references = references;
        this.detailsHash = detailsHash;
    }

    /** A recharge as it was credited. */
    public record Credited(ConnectionId connectionId, String reference, Instant paidAt) {}

    /** In any order, any number of times. Joins the caller's transaction. */
    public Mono<Void> note(List<Credited> credited) {
        return references.take(credited.stream()
                .map(this::recharge)
                .collect(toMap(
                        LastRecharge::connectionId,
                        Function.identity(),
                        BinaryOperator.maxBy(Comparator.comparing(LastRecharge::paidAt))))
                .values());
    }

    private LastRecharge recharge(Credited one) {
        return new LastRecharge(
                one.connectionId(),
                detailsHash.of(one.connectionId(), new SecondProof.RechargeReference(one.reference())),
                one.paidAt());
    }
}
