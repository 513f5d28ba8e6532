package in.sampark.consumer.importing;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.importing.domain.RowReading;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Which connections a file has named so far, however large it is. */
public interface SeenAccounts {

    /** Clears up after imports that were killed. */
    Mono<Void> forgetLost();

    /**
     * Remembers the connections the rows name; joins the caller's transaction.
     *
     * @param rows each connection once
     * @return of those named before, the line they were named on
     */
    Mono<Map<ConnectionId, Long>> namedBefore(UUID importId, List<RowReading.Good> rows);

    /** The file is done. */
    Mono<Void> forget(UUID importId);
}
