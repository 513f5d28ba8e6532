package in.sampark.simulator.sms.receipt;

import in.sampark.simulator.sms.domain.Message;
import in.sampark.simulator.sms.domain.Messages;
import in.sampark.simulator.sms.receipt.ReceiptPost.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries messages to their phones and posts the receipts, in the order the messages were taken. A post that fails is
 * repeated until it succeeds, so a receipt may arrive more than once; those still unposted at the end are lost.
 */
public class Carrier implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Carrier.class);

    private final BlockingQueue<Message> underway = new LinkedTransferQueue<>();
    private final Messages messages;
    private final ReceiptSettings settings;
    private final @Nullable ReceiptPost post;
    private final InstantSource wallClock;
    private volatile @Nullable Thread worker;

    public Carrier(Messages messages, ReceiptSettings settings, JsonMapper json, InstantSource wallClock) {
        this.messages = messages;
        this.settings = settings;
        this.wallClock = wallClock;
        this.post = settings.url() == null
                ? null
                : new ReceiptPost(settings.url(), settings.secret(), settings.timeout(), json);
    }

    /** Takes the message on its way; returns at once. */
    public void carry(Message message) {
        underway.add(message);
    }

    private void work() {
        try {
            while (true) {
                deliver(gather());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Message> gather() throws InterruptedException {
        List<Message> batch = new ArrayList<>();
        batch.add(underway.take());
        Thread.sleep(settings.every());
        underway.drainTo(batch, settings.most() - 1);
        return batch;
    }

    private void deliver(List<Message> batch) throws InterruptedException {
        Instant now = wallClock.instant().truncatedTo(ChronoUnit.MILLIS);
        batch.forEach(messages::deliver);
        if (post != null) {
            tell(post, batch.stream().map(message -> Receipt.of(message, now)).toList());
        }
    }

    private void tell(ReceiptPost post, List<Receipt> receipts) throws InterruptedException {
        Duration pause = settings.firstPause();
        while (true) {
            switch (post.post(receipts)) {
                case Outcome.Accepted() -> {
                    return;
                }
                case Outcome.Refused(String why) -> {
                    log.warn("{} receipts dropped, {} refused them: {}", receipts.size(), settings.url(), why);
                    return;
                }
                case Outcome.Failed(String why) ->
                    log.warn("{} receipts wait {}: {} answered {}", receipts.size(), pause, settings.url(), why);
            }
            Thread.sleep(pause);
            pause = shorter(pause.multipliedBy(2), settings.longestPause());
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    @Override
    public void start() {
        worker = Thread.ofVirtual().name("carrier").start(this::work);
    }

    @Override
    public void stop() {
        Thread running = worker;
        worker = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }
}
