package in.sampark.consumer.selfservice;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.selfservice.domain.SecondProof;
import in.sampark.platform.crypto.KeyedHash;
import java.util.stream.Collectors;

/** Recognises what is known of a connection without keeping it. */
class DetailsHash {

    private final KeyedHash hash;

    DetailsHash(KeyedHash hash) {
        this.hash = hash;
    }

    /** By the primary key, {@code <key>:<hash>}. Worth nothing for another connection. */
    String of(ConnectionId connection, SecondProof proof) {
        return hash.key() + ":" + hash.hex(text(connection, proof));
    }

    /** By all keys, with blanks between them, so that it is recognised whichever of them was the primary when the other side was kept. */
    String all(ConnectionId connection, SecondProof proof) {
        return hash.byKey(text(connection, proof)).entrySet().stream()
                .map(one -> one.getKey() + ":" + one.getValue())
                .collect(Collectors.joining(" "));
    }

    private static String text(ConnectionId connection, SecondProof proof) {
        return connection + "\n" + proof.canonical();
    }
}
