package in.sampark.consumer.selfservice;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.selfservice.domain.SecondProof;
import in.sampark.platform.crypto.KeyedHash;

/** Recognises what is known of a connection without keeping it. */
class DetailsHash {

    private final KeyedHash hash;

    DetailsHash(KeyedHash hash) {
        this.hash = hash;
    }

    /** Worth nothing for another connection. */
    String of(ConnectionId connection, SecondProof proof) {
        return hash.hex(connection + "\n" + proof.canonical());
    }
}
