package in.sampark.simulator.sms.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final InstantSource WALL = InstantSource.fixed(Instant.parse("2026-11-22T05:00:00.123456Z"));
    private static final InstantSource STORY = InstantSource.fixed(Instant.parse("2019-05-01T06:30:00Z"));

    private final Messages messages = new Messages(WALL, STORY);

    @Test
    void messagesOfAPhoneAreNewestFirst() {
        messages.take(submission("+919897010001", "a"));
        messages.take(submission("+919897010002", "b"));
        messages.take(submission("+919897010001", "c"));

        assertThat(messages.ofPhone("+919897010001"))
                .extracting(MessagesTest::reference)
                .containsExactly("c", "a");
        assertThat(messages.all()).extracting(MessagesTest::reference).containsExactly("c", "b", "a");
        assertThat(messages.phones())
                .extracting(Messages.Phone::number)
                .containsExactly("+919897010001", "+919897010002");
        assertThat(messages.ofPhone("+919897010003")).isEmpty();
    }

    @Test
    void sameReferenceTwiceIsTwoMessages() {
        Message first = messages.take(submission("+919897010001", "a"));
        Message second = messages.take(submission("+919897010001", "a"));

        assertThat(first.id()).isNotEqualTo(second.id());
        assertThat(messages.ofReference("a")).containsExactly(second, first);
    }

    @Test
    void messageIsOnItsWayUntilItIsDelivered() {
        Message message = messages.take(submission("+919897010001", "a"));
        String before = messages.version();
        assertThat(message.status()).isEqualTo(DeliveryStatus.ENROUTE);
        assertThat(message.receivedAt()).isEqualTo("2026-11-22T05:00:00.123Z");
        assertThat(message.storyTime()).isEqualTo("2019-05-01T06:30:00Z");

        messages.deliver(message);

        assertThat(message.status()).isEqualTo(DeliveryStatus.DELIVRD);
        assertThat(messages.count()).isEqualTo(new Messages.Count(1, 1));
        assertThat(messages.version()).isNotEqualTo(before);
    }

    @Test
    void noMessageIsLostWhenManyAreTakenAtOnce() {
        IntStream.range(0, 20_000)
                .parallel()
                .forEach(i -> messages.take(submission("+91989701000" + i % 7, "reference-" + i)));

        assertThat(messages.all())
                .extracting(Message::id)
                .doesNotHaveDuplicates()
                .hasSize(20_000);
        assertThat(messages.ofPhone("+919897010003"))
                .extracting(Message::number)
                .isSortedAccordingTo((one, other) -> Long.compare(other, one));
        assertThat(messages.phones()).extracting(Messages.Phone::count).allMatch(count -> count >= 2_857);
        assertThat(messages.ofReference("reference-19999")).hasSize(1);
    }

    @Test
    void whatIsForgottenStillCountsAndItsIdIsNeverGivenAgain() {
        Message forgotten = messages.take(submission("+919897010001", "a"));

        messages.forget();

        assertThat(messages.all()).isEmpty();
        assertThat(messages.countByReference()).isEmpty();
        assertThat(messages.take(submission("+919897010001", "b")).id()).isNotEqualTo(forgotten.id());
        assertThat(messages.count()).isEqualTo(new Messages.Count(2, 0));
    }

    private static String reference(Message message) {
        return message.submission().reference();
    }

    private static Submission submission(String to, String reference) {
        return new Submission(to, "text", reference, "DVVNLT", "1001234567890123456", "110716123456");
    }
}
