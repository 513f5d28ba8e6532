package in.sampark.platform.outbox;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;

/**
 * A row that waits in the outbox.
 *
 * @param id in the order of writing
 */
record Pending(long id, Bundle bundle) {

    /** One of its records; equal to itself only. */
    static final class Item {

        private final Bundle bundle;
        private final OutboxRecord record;

        private Item(Bundle bundle, OutboxRecord record) {
            this.bundle = bundle;
            this.record = record;
        }

        OutboxRecord record() {
            return record;
        }

        String topic() {
            return bundle.topic();
        }

        boolean state() {
            return bundle.state();
        }

        Lane lane() {
            return new Lane(topic(), ByteBuffer.wrap(record.key()));
        }
    }

    /** What an order is kept for. */
    record Lane(String topic, ByteBuffer key) {}

    /** A row with its records. */
    record Opened(long id, List<Item> items) {

        Stream<Lane> lanes() {
            return items.stream().map(Item::lane);
        }
    }

    Opened opened() {
        return new Opened(
                id,
                bundle.records().stream()
                        .map(record -> new Item(bundle, record))
                        .toList());
    }
}
