package in.sampark.platform.outbox;

import in.sampark.platform.outbox.Pending.Lane;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Future.State;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;

/** A page of the outbox on its way to the broker. */
final class Publication {

    /**
     * What became of a page.
     *
     * @param published rows the broker has, or need not have any more
     * @param unpublishable rows that can never be published, with the reason
     * @param healing failures that time can heal; the rows they hit stay where they are
     */
    record Outcome(List<Long> published, Map<Long, String> unpublishable, List<Exception> healing) {}

    private record Sent(Pending pending, Future<RecordMetadata> receipt) {}

    private final Producer<byte[], byte[]> producer;
    private final List<Sent> sent = new ArrayList<>();
    private final Set<Lane> broken = new HashSet<>();
    private final Outcome outcome = new Outcome(new ArrayList<>(), new HashMap<>(), new ArrayList<>());

    private Publication(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /** Publishes a page and waits for the broker. */
    static Outcome publish(List<Pending> page, Producer<byte[], byte[]> producer) {
        return new Publication(producer).publish(page);
    }

    private Outcome publish(List<Pending> page) {
        Map<Long, Long> overtaken = overtaken(page);
        for (Pending pending : page) {
            if (!overtaken.containsKey(pending.id()) && outcome.healing().isEmpty()) {
                send(pending);
            }
        }
        producer.flush();
        sent.forEach(this::settle);
        withSuccessors(overtaken);
        return outcome;
    }

    /** Rows of state that a later row of the page replaces, with the row that does. */
    private static Map<Long, Long> overtaken(List<Pending> page) {
        Map<Lane, Long> last = new HashMap<>();
        Map<Long, Long> overtaken = new HashMap<>();
        for (Pending pending : page.reversed()) {
            if (pending.row().state()) {
                Long successor = last.putIfAbsent(pending.lane(), pending.id());
                if (successor != null) {
                    overtaken.put(pending.id(), successor);
                }
            }
        }
        return overtaken;
    }

    /** A broker that does not know the topic, or is away, is not worth as long a wait for each row. */
    private void send(Pending pending) {
        try {
            Future<RecordMetadata> receipt = producer.send(record(pending.row()));
            sent.add(new Sent(pending, receipt));
            if (receipt.state() == State.FAILED && receipt.exceptionNow() instanceof TimeoutException e) {
                outcome.healing().add(e);
            }
        } catch (RuntimeException e) {
            judge(pending, e);
        }
    }

    /** After a row that time can heal, the later ones of its key stay too, so that their order holds. */
    private void settle(Sent one) {
        try {
            one.receipt().get();
            if (!broken.contains(one.pending().lane())) {
                outcome.published().add(one.pending().id());
            }
        } catch (ExecutionException e) {
            if (!judge(one.pending(), e.getCause() instanceof Exception cause ? cause : e)) {
                broken.add(one.pending().lane());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while publishing", e);
        }
    }

    /** Answers whether the row is done with, as one that can never be published. */
    private boolean judge(Pending pending, Exception failure) {
        if (failure instanceof RecordTooLargeException || failure instanceof InvalidTopicException) {
            outcome.unpublishable().put(pending.id(), failure.getClass().getSimpleName() + ": " + failure.getMessage());
            return true;
        }
        outcome.healing().add(failure);
        return false;
    }

    /** An earlier state is done with when the one that replaces it is published; until then it is the best there is. */
    private void withSuccessors(Map<Long, Long> overtaken) {
        Set<Long> published = Set.copyOf(outcome.published());
        overtaken.forEach((id, successor) -> {
            if (published.contains(successor)) {
                outcome.published().add(id);
            }
        });
    }

    private static ProducerRecord<byte[], byte[]> record(OutboxRow row) {
        @SuppressWarnings("NullAway") // Kafka marks nothing: a null value is its tombstone
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(row.topic(), row.key(), row.value());
        String[] headers = row.headers();
        for (int i = 0; headers != null && i + 1 < headers.length; i += 2) {
            record.headers().add(headers[i], headers[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return record;
    }
}
