package in.sampark.simulator.sms.receipt;

import in.sampark.simulator.sms.domain.Message;
import in.sampark.simulator.sms.domain.Messages;
import in.sampark.simulator.sms.receipt.ReceiptPost.Outcome;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Carries messages to their phones and brings the receipts, in the order the messages were taken. A request that fails is
 * repeated until it succeeds, so a receipt may arrive more than once; those still untold at the end are lost.
 */
public class Carrier implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Carrier.class);

    private record Underway(Message message, ReceiptForm form) {}

    private final BlockingQueue<Underway> underway = new LinkedTransferQueue<>();
    private final Messages messages;
    private final ReceiptSettings settings;
    private final ReceiptPost post;
    private final InstantSource wallClock;
    private volatile @Nullable Thread worker;

    public Carrier(Messages messages, ReceiptSettings settings, InstantSource wallClock) {
        this.messages = messages;
        this.settings = settings;
        this.wallClock = wallClock;
        this.post = new ReceiptPost(settings.timeout());
    }

    /** Takes the message on its way; returns at once. */
    public void carry(Message message, ReceiptForm form) {
        underway.add(new Underway(message, form));
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

    private List<Underway> gather() throws InterruptedException {
        List<Underway> batch = new ArrayList<>();
        batch.add(underway.take());
        Thread.sleep(settings.every());
        underway.drainTo(batch, settings.most() - 1);
        return batch;
    }

    private void deliver(List<Underway> batch) throws InterruptedException {
        Instant now = wallClock.instant().truncatedTo(ChronoUnit.MILLIS);
        batch.forEach(one -> messages.deliver(one.message()));
        if (settings.url().isBlank()) {
            return;
        }
        var forms = batch.stream()
                .collect(Collectors.groupingBy(
                        Underway::form,
                        LinkedHashMap::new,
                        Collectors.mapping(one -> new Receipt(one.message(), now), Collectors.toList())));
        for (var each : forms.entrySet()) {
            URI receiver = receiver(each.getKey());
            for (HttpRequest.Builder request : each.getKey().requests(receiver, settings.secret(), each.getValue())) {
                tell(request, receiver);
            }
        }
    }

    private URI receiver(ReceiptForm form) {
        return URI.create(settings.url().replace("{gateway}", form.gateway()));
    }

    private void tell(HttpRequest.Builder request, URI receiver) throws InterruptedException {
        Duration pause = settings.firstPause();
        while (true) {
            switch (post.post(request)) {
                case Outcome.Accepted() -> {
                    return;
                }
                case Outcome.Refused(String why) -> {
                    log.warn("receipts dropped, {} refused them: {}", receiver, why);
                    return;
                }
                case Outcome.Failed(String why) -> log.warn("receipts wait {}: {} answered {}", pause, receiver, why);
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
