package in.sampark.consumer.importing;

import in.sampark.consumer.importing.domain.RowError;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The reports of imports. */
public interface RowErrors {

    /** @param errors those of a row one after another */
    Mono<Void> add(UUID importId, List<RowError> errors);

    /** In the file's order, read as fast as they are asked for. */
    Flux<RowError> all(UUID importId);
}
