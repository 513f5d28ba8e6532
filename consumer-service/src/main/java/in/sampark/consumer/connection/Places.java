package in.sampark.consumer.connection;

import in.sampark.consumer.connection.domain.Connection;
import in.sampark.consumer.connection.domain.Placed;
import java.util.List;
import reactor.core.publisher.Mono;

/** Knows where connections belong. */
public interface Places {

    /** The connections, in their order, each where it belongs by what is known of the network now. */
    Mono<List<Placed>> placed(List<Connection> said);
}
