package in.sampark.simulator.sms.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sampark.simulator.sms.domain.DeliveryStatus;
import in.sampark.simulator.sms.domain.Message;
import in.sampark.simulator.sms.domain.Messages;
import in.sampark.simulator.sms.domain.Submission;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CarrierTest {

    private static final ReceiptForm FORM = new PlainReceipts();

    private final Messages messages = new Messages(InstantSource.system(), InstantSource.system());
    private Receiver receiver;
    private Carrier carrier;

    @BeforeEach
    void start() throws IOException {
        receiver = new Receiver();
        carrier = carrier(receiver.url().toString());
    }

    @AfterEach
    void stop() {
        carrier.stop();
        receiver.close();
    }

    @Test
    void receiptNamesMessageStatusAndTimeAndShowsTheSecret() {
        Message message = carry("m-1");

        await().until(() -> receiver.posts().size() == 1);
        Receiver.Post post = receiver.posts().getFirst();
        assertThat(post.secret()).isEqualTo("a-secret");
        assertThat(post.receipts().get(0).get("id").asString()).isEqualTo(message.id());
        assertThat(post.receipts().get(0).get("reference").asString()).isEqualTo("m-1");
        assertThat(post.receipts().get(0).get("status").asString()).isEqualTo("DELIVRD");
        assertThat(post.receipts().get(0).get("at").asString()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
        assertThat(message.status()).isEqualTo(DeliveryStatus.DELIVRD);
    }

    @Test
    void receiptsAreGatheredAndKeepTheirOrder() {
        List<String> references =
                IntStream.range(0, 250).mapToObj(i -> "m-" + i).toList();
        references.forEach(this::carry);

        await().untilAsserted(() -> assertThat(posted()).isEqualTo(references));
        assertThat(receiver.posts())
                .hasSizeLessThan(20)
                .allMatch(post -> post.references().size() <= 100);
    }

    @Test
    void failedPostIsRepeatedUntilItSucceeds() {
        receiver.willAnswer(500, 401);
        carry("m-1");

        await().untilAsserted(() -> assertThat(posted()).containsExactly("m-1", "m-1", "m-1"));
        carry("m-2");
        await().untilAsserted(() -> assertThat(posted()).containsExactly("m-1", "m-1", "m-1", "m-2"));
    }

    @Test
    void refusedReceiptsDoNotHoldUpLaterOnes() {
        receiver.willAnswer(400);
        carry("m-1");
        await().untilAsserted(() -> assertThat(posted()).containsExactly("m-1"));

        carry("m-2");

        await().untilAsserted(() -> assertThat(posted()).containsExactly("m-1", "m-2"));
    }

    @Test
    void receiptsWaitForAReceiverThatIsDown() throws IOException {
        receiver.close();
        Message message = carry("m-1");
        await().until(() -> message.status() == DeliveryStatus.DELIVRD);

        try (Receiver later = new Receiver(receiver.url().getPort())) {
            await().untilAsserted(() -> assertThat(later.posts())
                    .flatExtracting(Receiver.Post::references)
                    .containsExactly("m-1"));
        }
    }

    @Test
    void withoutReceiverMessagesStillArrive() {
        Carrier silent = carrier("");
        Message message = messages.take(submission("m-1"));

        silent.carry(message, FORM);

        await().until(() -> message.status() == DeliveryStatus.DELIVRD);
        silent.stop();
    }

    private List<String> posted() {
        return receiver.posts().stream()
                .flatMap(post -> post.references().stream())
                .toList();
    }

    private Message carry(String reference) {
        Message message = messages.take(submission(reference));
        carrier.carry(message, FORM);
        return message;
    }

    private Carrier carrier(String url) {
        ReceiptSettings settings = new ReceiptSettings(
                url,
                "a-secret",
                Duration.ofMillis(20),
                100,
                Duration.ofSeconds(5),
                Duration.ofMillis(10),
                Duration.ofMillis(40));
        Carrier started = new Carrier(messages, settings, InstantSource.system());
        started.start();
        return started;
    }

    private static Submission submission(String reference) {
        return new Submission("+919897010001", "text", reference, "DVVNLT", "1001234567890123456", "110716123456");
    }
}
