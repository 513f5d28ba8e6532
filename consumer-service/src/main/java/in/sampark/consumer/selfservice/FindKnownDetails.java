package in.sampark.consumer.selfservice;

import in.sampark.consumer.connection.Connections;
import in.sampark.consumer.connection.domain.Connection;
import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.connection.domain.RecordedConnection;
import in.sampark.consumer.selfservice.domain.KnownDetails;
import in.sampark.consumer.selfservice.domain.SecondProof;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
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

    /** None when there is no such connection, or it is closed. */
    Mono<KnownDetails> of(ConnectionId id, LocalDate today) {
        return connections
                .find(id)
                .map(RecordedConnection::connection)
                .filter(connection -> !connection.supply().overOn(today))
                .flatMap(this::known)
                .defaultIfEmpty(new KnownDetails(Set.of()));
    }

    private Mono<KnownDetails> known(Connection connection) {
        Optional<String> meter = Optional.ofNullable(connection.meterNo())
                .map(number -> detailsHash.all(connection.id(), new SecondProof.MeterNumber(number)));
        return references
                .find(connection.id())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .map(recharge -> new KnownDetails(
                        Stream.of(meter, recharge).flatMap(Optional::stream).collect(Collectors.toUnmodifiableSet())));
    }
}
