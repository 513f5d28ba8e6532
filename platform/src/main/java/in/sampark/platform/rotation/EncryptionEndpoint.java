package in.sampark.platform.rotation;

import java.util.List;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells how far a rotation of keys has come: an old key can be taken out of its keyset when all figures are 0. */
@Endpoint(id = "encryption")
public class EncryptionEndpoint {

    private final List<EncryptedRows> all;

    EncryptionEndpoint(List<EncryptedRows> all) {
        this.all = List.copyOf(all);
    }

    /** Rows that depend on another key than the primary one, by table and column. */
    @ReadOperation
    public Mono<Map<String, Long>> outdated() {
        return Flux.fromIterable(all)
                .flatMap(rows -> rows.outdated().map(count -> Map.entry(rows.what(), count)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
