package in.sampark.platform.outbox;

import in.sampark.platform.outbox.Pending.Item;
import in.sampark.platform.outbox.Pending.Lane;
import in.sampark.platform.outbox.Pending.Opened;
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
import java.util.stream.Stream;
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
     * @param done rows of which the broker has every record, or need not have it any more
     * @param unpublishable records of these rows that can never be published
     * @param healing failures that time can heal; the rows they hit stay where they are
     */
    record Outcome(List<Long> done, List<Unpublishable> unpublishable, List<Exception> healing) {}

    /** A record that can never be published. @param row that it stands in */
    record Unpublishable(long row, OutboxRecord record, String reason) {}

    private record Sent(Item item, Future<RecordMetadata> receipt) {}

    private final Producer<byte[], byte[]> producer;
    private final Set<Item> published = new HashSet<>();
    private final Map<Item, String> unpublishable = new HashMap<>();
    private final List<Exception> healing = new ArrayList<>();

    private Publication(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /** Publishes a page and waits for the broker. */
    static Outcome publish(List<Pending> page, Producer<byte[], byte[]> producer) {
        return new Publication(producer)
                .publish(page.stream().map(Pending::opened).toList());
    }

    /** A state that another one overtakes need not be published, unless the other one cannot be: then it is the best there is. */
    private Outcome publish(List<Opened> page) {
        List<Item> items = page.stream().flatMap(row -> row.items().stream()).toList();
        Map<Item, Item> overtaken = overtaken(items);
        send(items.stream().filter(item -> !overtaken.containsKey(item)));
        send(items.stream().filter(item -> {
            Item successor = overtaken.get(item);
            return successor != null && unpublishable.containsKey(successor);
        }));
        return outcome(page, overtaken);
    }

    /** Records of state that a later record of the page replaces, with the record that does. */
    private static Map<Item, Item> overtaken(List<Item> items) {
        Map<Lane, Item> last = new HashMap<>();
        Map<Item, Item> overtaken = new HashMap<>();
        for (Item item : items.reversed()) {
            if (item.state()) {
                Item successor = last.putIfAbsent(item.lane(), item);
                if (successor != null) {
                    overtaken.put(item, successor);
                }
            }
        }
        return overtaken;
    }

    private void send(Stream<Item> items) {
        List<Sent> sent = new ArrayList<>();
        items.takeWhile(item -> healing.isEmpty()).forEach(item -> send(item, sent));
        if (!sent.isEmpty()) {
            producer.flush();
            sent.forEach(this::settle);
        }
    }

    /** A broker that does not know the topic, or is away, is not worth as long a wait for each record. */
    private void send(Item item, List<Sent> sent) {
        try {
            Future<RecordMetadata> receipt = producer.send(record(item));
            if (receipt.state() == State.FAILED && receipt.exceptionNow() instanceof TimeoutException e) {
                healing.add(e);
            } else {
                sent.add(new Sent(item, receipt));
            }
        } catch (RuntimeException e) {
            judge(item, e);
        }
    }

    private void settle(Sent one) {
        try {
            one.receipt().get();
            published.add(one.item());
        } catch (ExecutionException e) {
            judge(one.item(), e.getCause() instanceof Exception cause ? cause : e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while publishing", e);
        }
    }

    private void judge(Item item, Exception failure) {
        if (failure instanceof RecordTooLargeException || failure instanceof InvalidTopicException) {
            unpublishable.put(item, failure.getClass().getSimpleName() + ": " + failure.getMessage());
        } else {
            healing.add(failure);
        }
    }

    /** After a row that stays, the later ones that have a key in common with it stay too, so that the order of a key holds. */
    private Outcome outcome(List<Opened> page, Map<Item, Item> overtaken) {
        Set<Lane> staying = new HashSet<>();
        List<Opened> done = new ArrayList<>();
        for (Opened row : page) {
            if (complete(row, overtaken) && (staying.isEmpty() || row.lanes().noneMatch(staying::contains))) {
                done.add(row);
            } else {
                row.lanes().forEach(staying::add);
            }
        }
        return new Outcome(
                done.stream().map(Opened::id).toList(),
                done.stream().flatMap(this::unpublishable).toList(),
                healing);
    }

    private boolean complete(Opened row, Map<Item, Item> overtaken) {
        return row.items().stream()
                .allMatch(item -> published.contains(item)
                        || unpublishable.containsKey(item)
                        || overtaken.containsKey(item) && published.contains(overtaken.get(item)));
    }

    private Stream<Unpublishable> unpublishable(Opened row) {
        return row.items().stream().flatMap(item -> {
            String reason = unpublishable.get(item);
            return reason == null ? Stream.of() : Stream.of(new Unpublishable(row.id(), item.record(), reason));
        });
    }

    private static ProducerRecord<byte[], byte[]> record(Item item) {
        @SuppressWarnings("NullAway") // Kafka marks nothing: a null value is its tombstone
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                item.topic(), item.record().key(), item.record().value());
        String[] headers = item.record().headers();
        for (int i = 0; i + 1 < headers.length; i += 2) {
            record.headers().add(headers[i], headers[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return record;
    }
}
