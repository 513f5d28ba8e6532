package in.sampark.platform.serde;

import io.apicurio.registry.serde.avro.DefaultAvroDatumProvider;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * Finds a schema's writer and reader by the schema. Apicurio's own provider spells the schema out for each record, to find them by its
 * fingerprint, which takes three times as long as writing the record.
 */
public final class RememberingDatumProvider<T> extends DefaultAvroDatumProvider<T> {

    private final Map<Schema, DatumWriter<T>> writers = new ConcurrentHashMap<>();
    private final Map<Schema, DatumReader<T>> readers = new ConcurrentHashMap<>();

    @Override
    public DatumWriter<T> createDatumWriter(T record, Schema schema) {
        return record instanceof SpecificRecord
                ? writers.computeIfAbsent(schema, unknown -> super.createDatumWriter(record, unknown))
                : super.createDatumWriter(record, schema); // knows no times; one that warmed a topic would write all others
    }

    @Override
    public DatumReader<T> createDatumReader(Schema schema) {
        return readers.computeIfAbsent(schema, unknown -> super.createDatumReader(unknown));
    }
}
