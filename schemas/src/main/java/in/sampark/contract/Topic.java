package in.sampark.contract;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
 * @param writers who may write it, at least one
 * @param readers who reads it, dashboards apart, which may read every topic
 */
public record Topic<T extends SpecificRecord>(
        String name,
        Class<T> type,
        KeyedBy keyedBy,
        Function<T, String> key,
        Keeping keeping,
        Set<Party> writers,
        Set<Party> readers) {

    /** Partitions of a topic that has millions of keys, unless settings say otherwise. */
    public static final int WIDE = 12;

    /** Partitions of any other topic, unless settings say otherwise. */
    public static final int NARROW = 3;

    /** How long dead letters are kept, but for those of topics that promise to forget sooner. */
    public static final Keeping.For DEAD_LETTERS_KEPT = new Keeping.For(Duration.ofDays(35), Duration.ofDays(1));

    /** What leaves its topic sooner is meant to be gone, not only to be short. */
    private static final Duration WITHIN_THE_HOUR = Duration.ofHours(1);

    public Topic {
        if (writers.isEmpty()) {
            throw new IllegalArgumentException("writers of " + name + ": none (expected: at least one)");
        }
        writers = inOrder(writers);
        readers = inOrder(readers);
    }

    /** What a key identifies. There are millions of connections and recipients, so their topics are wide. */
    public enum KeyedBy {
        CONNECTION("Connection id: <discom>:<account number>", true),
        RECIPIENT("Keyed hash of the recipient's number (hex)", true),
        MESSAGE("Message id", false),
        PROVIDER("Name of the provider in the settings", false),
        OUTAGE("Outage id: <discom>:<the outage system's number>", false),
        NODE("Node id: <discom>:<kind>:<code>", false);

        private final String meaning;
        private final boolean wide;

        KeyedBy(String meaning, boolean wide) {
            this.meaning = meaning;
            this.wide = wide;
        }

        /** What the key is, for people to read. */
        public String meaning() {
            return meaning;
        }

        public boolean wide() {
            return wide;
        }
    }

    /** How long Kafka keeps the records of a topic. */
    public sealed interface Keeping {

        /** The topic's settings at the broker, by Kafka's names. */
        Map<String, String> settings();

        /** The last record of each key for good; a null value removes the key. */
        record LastOfKey() implements Keeping {

            /** What is superseded leaves when its segment is closed. */
            private static final Duration SEGMENT = Duration.ofHours(1);

            /** Nor later than this, however little there is to gain by it: what was erased has to go. */
            private static final Duration SUPERSEDED = Duration.ofDays(1);

            @Override
            public Map<String, String> settings() {
                return Map.of(
                        "cleanup.policy", "compact",
                        "segment.ms", Long.toString(SEGMENT.toMillis()),
                        "max.compaction.lag.ms", Long.toString(SUPERSEDED.toMillis()));
            }
        }

        /**
         * Every record for a while. A record leaves with its segment, so the segment's age bounds what retention
         * promises.
         */
        record For(Duration retention, Duration segment) implements Keeping {

            @Override
            public Map<String, String> settings() {
                return Map.of(
                        "cleanup.policy", "delete",
                        "retention.ms", Long.toString(retention.toMillis()),
                        "segment.ms", Long.toString(segment.toMillis()));
            }
        }
    }

    /** Whether the topic keeps state, where a record without a value is a tombstone. */
    public boolean compacted() {
        return keeping instanceof Keeping.LastOfKey;
    }

    /** How long a record may be anywhere, waiting to be published or set aside; empty when that is of no account. */
    public Optional<Duration> mayWait() {
        return keeping instanceof Keeping.For(Duration retention, Duration segment)
                        && retention.plus(segment).compareTo(WITHIN_THE_HOUR) < 0
                ? Optional.of(retention)
                : Optional.empty();
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

    /** Whether the party writes or reads it. */
    public boolean touchedBy(Party party) {
        return writers.contains(party) || readers.contains(party);
    }

    /**
     * Whether the service enters the topic's contract into the registry: those that write it do, and for a topic that only
     * others write, who register nothing, those that read it.
     */
    public boolean registeredBy(Party service) {
        boolean ours = writers.stream().anyMatch(Party::service);
        return ours ? writers.contains(service) : readers.contains(service);
    }

    @Override
    public String toString() {
        return name;
    }

    private static Set<Party> inOrder(Collection<Party> parties) {
        EnumSet<Party> ordered = EnumSet.noneOf(Party.class);
        ordered.addAll(parties);
        return Collections.unmodifiableSet(ordered);
    }
}
