package in.sampark.consumer.connection.r2dbc;

import in.sampark.consumer.connection.domain.ConsumerName;
import in.sampark.consumer.connection.domain.NameWords;
import in.sampark.platform.crypto.KeyedHash;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What names are found by: a keyed hash of each beginning of their words. Two names that begin alike have hashes in common; whoever
 * has the table and not the key can count that, and read nothing.
 */
final class NameIndex {

    private final KeyedHash hash;

    NameIndex(KeyedHash hash) {
        this.hash = hash;
    }

    /** Names the key. */
    String key() {
        return hash.key();
    }

    /** A name's hashes, as PostgreSQL writes an array. */
    String of(ConsumerName name) {
        return NameWords.of(name.text()).beginnings().stream()
                .map(beginning -> Long.toString(hash.bits(labelled(beginning))))
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** The hashes a name must have that has the words, once for each key of the keyset. */
    List<Long[]> sought(NameWords words) {
        Set<String> sought = words.sought();
        return hash.keys().stream()
                .map(key -> sought.stream()
                        .map(beginning -> hash.bits(labelled(beginning), key))
                        .toArray(Long[]::new))
                .toList();
    }

    /** So that they have nothing in common with the hash of a number. */
    private static String labelled(String beginning) {
        return "name\n" + beginning;
    }
}
