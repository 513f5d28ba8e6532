package in.sampark.consumer.selfservice;

import in.sampark.consumer.connection.Connections;
import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.selfservice.domain.KnownDetails;
import in.sampark.consumer.selfservice.domain.SecondProof;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Finds what only those know whose connection it is: the meter on record, and the last recharge. */
class FindKnownDetails {

    private final Connections connections;
    private final RechargeReferences references;
    private final DetailsHash detailsHash;

    FindKnownDetails(Connections connections, RechargeReferences references, DetailsHash detailsHash) {
        this.connections = connections;
        this.references = references;
        this.detailsHash = detailsHash;
    }

    /** None when there is no such connection. */
    Mono<KnownDetails> of(ConnectionId id) {
        Mono<Optional<String>> meter = connections
                .find(id)
                .map(found -> Optional.ofNullable(found.connection().meterNo())
                        .map(number -> detailsHash.all(id, new SecondProof.MeterNumber(number))))
                .defaultIfEmpty(Optional.empty());
        Mono<Optional<String>> recharge = references.find(id).map(Optional::of).defaultIfEmpty(Optional.empty());
        return Mono.zip(
                meter,
                recharge,
                (one, other) -> new KnownDetails(
                        Stream.of(one, other).flatMap(Optional::stream).collect(Collectors.toUnmodifiableSet())));
    }
}
