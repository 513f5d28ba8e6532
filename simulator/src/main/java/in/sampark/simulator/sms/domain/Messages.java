package in.sampark.simulator.sms.domain;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All messages since the start. Taking one costs the same however many there are, and takers of different phones do
 * not wait for each other; readers never make anyone wait.
 */
public final class Messages {

    /** A message and those of the same phone or reference that came before it. */
    private record Chain(Message last, @Nullable Chain earlier, int length) {

        static Chain of(Message message, @Nullable Chain earlier) {
            return new Chain(message, earlier, earlier == null ? 1 : earlier.length + 1);
        }

        Stream<Message> newestFirst() {
            return Stream.iterate(this, Chain::before).limit(length).map(Chain::last);
        }

        private Chain before() {
            return Objects.requireNonNull(earlier);
        }
    }

    /**
     * A phone with its messages.
     *
     * @param count of all its messages
     */
    public record Phone(String number, int count, Message newest) {}

    private final ConcurrentMap<String, Chain> byPhone = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Chain> byReference = new ConcurrentHashMap<>();
    private final AtomicLong taken = new AtomicLong();
    private final LongAdder delivered = new LongAdder();
    private final String idPrefix;
    private final InstantSource wallClock;
    private final InstantSource storyClock;

    public Messages(InstantSource wallClock, InstantSource storyClock) {
        this.wallClock = wallClock;
        this.storyClock = storyClock;
        this.idPrefix = Long.toString(wallClock.millis(), Character.MAX_RADIX) + "-";
    }

    /** Keeps the message under an id no other message ever had, those before a restart included. */
    public Message take(Submission submission) {
        Message message = byPhone.compute(submission.to(), (_, earlier) -> Chain.of(message(submission), earlier))
                .last();
        byReference.compute(submission.reference(), (_, earlier) -> Chain.of(message, earlier));
        return message;
    }

    private Message message(Submission submission) {
        long number = taken.incrementAndGet();
        Instant now = wallClock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new Message(idPrefix + number, number, submission, now, storyClock.instant());
    }

    public void deliver(Message message) {
        message.delivered();
        delivered.increment();
    }

    /** Messages of one phone, newest first. */
    public Stream<Message> ofPhone(String number) {
        return newestFirst(byPhone.get(number));
    }

    /** Messages that carry the reference, newest first: as many as its sender submitted. */
    public Stream<Message> ofReference(String reference) {
        return newestFirst(byReference.get(reference));
    }

    /** How many messages were taken of each reference: more than one when its sender submitted it again. */
    public Map<String, Integer> countByReference() {
        return byReference.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, chain -> chain.getValue().length()));
    }

    /** Every message, newest first. */
    public Stream<Message> all() {
        return byPhone.values().stream()
                .flatMap(Chain::newestFirst)
                .sorted(Comparator.comparingLong(Message::number).reversed());
    }

    /** Every phone that got a message, the one with the newest first. */
    public List<Phone> phones() {
        return byPhone.entrySet().stream()
                .map(phone -> new Phone(
                        phone.getKey(),
                        phone.getValue().length(),
                        phone.getValue().last()))
                .sorted(Comparator.comparingLong((Phone phone) -> phone.newest().number())
                        .reversed())
                .toList();
    }

    public Count count() {
        return new Count(taken.get(), delivered.sum());
    }

    /** Lets go of all messages, but not of how many there were. */
    public void forget() {
        byPhone.clear();
        byReference.clear();
    }

    /** How many messages were taken and, of those, delivered. */
    public record Count(long taken, long delivered) {}

    /** Differs whenever a message was taken or delivered, also from what it was before a restart. */
    public String version() {
        return idPrefix + taken.get() + "-" + delivered.sum();
    }

    private static Stream<Message> newestFirst(@Nullable Chain chain) {
        return chain == null ? Stream.empty() : chain.newestFirst();
    }
}
