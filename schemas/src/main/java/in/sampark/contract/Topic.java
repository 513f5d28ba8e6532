package in.sampark.contract;

import java.time.Duration;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * A topic and what is known of it wherever it is used.
 *
 * @param name the Kafka topic; its subject in the registry is {@code <name>-value}
 * @param type the one record type it carries
 * @param keyedBy what its key identifies, which decides how widely it is partitioned
 * @param key the key of a record
 * @param keeping how long Kafka keeps its records
 */
public record Topic<T extends SpecificRecord>(
        String name, Class<T> type, KeyedBy keyedBy, Function<T, String> key, Keeping keeping) {

    /** What a key identifies. There are millions of connections and recipients, so their topics are wide. */
    public enum KeyedBy {
        CONNECTION,
        RECIPIENT,
        MESSAGE,
        OUTAGE
    }

    /** How long Kafka keeps the records of a topic. */
    public sealed interface Keeping {
        /** The last record of each key for good; a null value removes the key. */
        record LastOfKey() implements Keeping {}

        /**
         * Every record for a while. A record leaves with its segment, so the segment's age bounds what retention
         * promises.
         */
        record For(Duration retention, Duration segment) implements Keeping {}
    }

    /** Whether the topic keeps state, where a record without a value is a tombstone. */
    public boolean compacted() {
        return keeping instanceof Keeping.LastOfKey;
    }

    /** The schema this build writes and reads. */
    public Schema schema() {
        return SpecificData.get().getSchema(type);
    }

    /** The registry's subject of the topic's values. */
    public String subject() {
        return name + "-value";
    }

    /** Where a service puts records of this topic that it cannot handle. */
    public String deadLetters(String service) {
        return name + "." + service + ".dlt";
    }

    @Override
    public String toString() {
        return name;
    }
}
