package in.sampark.platform.outbox;

import java.nio.ByteBuffer;

/** A row that waits in the outbox. */
record Pending(long id, OutboxRow row) {

    /** What an order is kept for. */
    record Lane(String topic, ByteBuffer key) {}

    Lane lane() {
        return new Lane(row.topic(), ByteBuffer.wrap(row.key()));
    }
}
