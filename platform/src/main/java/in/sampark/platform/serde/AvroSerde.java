package in.sampark.platform.serde;

import in.sampark.contract.Topic;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.RandomData;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Turns records into bytes and back: magic byte, schema id, Avro body. Asks the registry for a schema once and then remembers it.
 */
public final class AvroSerde implements AutoCloseable {

    private static final byte MAGIC = 0;
    private static final int HEADER_BYTES = 5;

    private final Serializer<Object> serializer;
    private final Deserializer<Object> deserializer;

    private AvroSerde(Serializer<Object> serializer, Deserializer<Object> deserializer) {
        this.serializer = serializer;
        this.deserializer = deserializer;
    }

    /** @throws IllegalStateException if a class named in the settings cannot be made */
    @SuppressWarnings("unchecked")
    public static AvroSerde of(SerdeSettings settings) {
        trustContracts();
        Serializer<Object> serializer = make(settings.serializer(), Serializer.class);
        Deserializer<Object> deserializer = make(settings.deserializer(), Deserializer.class);
        serializer.configure(settings.properties(), false);
        deserializer.configure(settings.properties(), false);
        return new AvroSerde(serializer, deserializer);
    }

    /** The record's bytes. Asks the registry, and so blocks, the first time a topic is written. */
    public <T extends SpecificRecord> byte[] write(Topic<T> topic, T value) {
        return serializer.serialize(topic.name(), value);
    }

    /**
     * The record in the bytes.
     *
     * @throws UndecodableException when the bytes are not such a record
     * @throws RuntimeException with an {@link IOException} among its causes when the registry cannot be asked
     */
    public <T extends SpecificRecord> T read(Topic<T> topic, byte[] bytes) {
        if (bytes.length < HEADER_BYTES || bytes[0] != MAGIC) {
            throw new UndecodableException("value: " + bytes.length + " bytes starting with "
                    + (bytes.length == 0 ? "nothing" : String.format("0x%02x", bytes[0]))
                    + " (expected: magic byte 0x00, a schema id in 4 bytes, an Avro body)");
        }
        Object value = decoded(topic, bytes);
        if (!topic.type().isInstance(value)) {
            throw new UndecodableException(
                    "value: a " + nameOf(value) + " (expected: " + topic.type().getName() + ")");
        }
        return topic.type().cast(value);
    }

    /** Asks the registry for the schema of a topic this service writes, so that no later write has to. */
    public void warm(Topic<?> topic) {
        Object anyRecord = new RandomData(topic.schema(), 1).iterator().next();
        serializer.serialize(topic.name(), anyRecord);
    }

    @Override
    public void close() {
        serializer.close();
        deserializer.close();
    }

    private Object decoded(Topic<?> topic, byte[] bytes) {
        try {
            return deserializer.deserialize(topic.name(), bytes);
        } catch (RuntimeException e) {
            if (unreachable(e)) {
                throw e;
            }
            throw new UndecodableException(
                    "value: cannot be read as " + topic.type().getName() + ": " + innermost(e));
        }
    }

    private static boolean unreachable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException && !(cause instanceof java.io.EOFException)
                    || cause instanceof TimeoutException) {
                return true;
            }
        }
        return false;
    }

    /** The cause in a word; messages of decoders may quote the data. */
    private static String innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName();
    }

    private static String nameOf(@Nullable Object value) {
        return value == null ? "null" : value.getClass().getName();
    }

    private static <C> C make(String className, Class<C> type) {
        try {
            return Utils.newInstance(className, type);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    "sampark.serde: " + className + " (expected: a " + type.getSimpleName() + " on the class path)", e);
        }
    }

    /** Avro only instantiates classes it was told to trust. */
    private static void trustContracts() {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.DEFAULT, type -> type.getName().startsWith("in.sampark.contract.")));
    }
}
