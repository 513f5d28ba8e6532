package in.sampark.platform.leader;

import in.sampark.platform.time.ClockJumped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Mono;

/**
 * Work that one instance per database does step by step: at once again while a step says there is more, otherwise when its
 * PostgreSQL channel rings, the story clock jumps, or the idle time has passed. A step that fails is tried again after a pause.
 */
public final class LeaderLoop implements SmartLifecycle, ApplicationListener<PayloadApplicationEvent<ClockJumped>> {

    private static final Logger log = LoggerFactory.getLogger(LeaderLoop.class);
    private static final Duration STEP_AT_MOST = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final String name;
    private final @Nullable String channel;
    private final Duration idle;
    private final Supplier<Mono<Boolean>> step;
    private final DatabaseLeadership leadership;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Thread thread;
    private volatile @Nullable Term term;

    /**
     * @param name names the work; instances with the same name at the same database take turns
     * @param channel PostgreSQL channel to listen to, or null
     * @param idle longest wait between two steps
     * @param step one step, which answers whether there is more to do at once
     */
    public LeaderLoop(
            String name,
            @Nullable String channel,
            Duration idle,
            Supplier<Mono<Boolean>> step,
            DatabaseLeadership leadership) {
        this.name = name;
        this.channel = channel;
        this.idle = idle;
        this.step = step;
        this.leadership = leadership;
    }

    /** Has the next step done now, if this instance leads. */
    public void wake() {
        Term current = term;
        if (current != null) {
            current.ring();
        }
    }

    @Override
    public void onApplicationEvent(PayloadApplicationEvent<ClockJumped> jumped) {
        wake();
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name(name).start(this::stand);
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running == null) {
            return;
        }
        stopped.countDown();
        wake();
        try {
            if (!running.join(Duration.ofSeconds(10))) {
                log.warn("{}: did not stop in time", name);
                running.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Leads whenever it can, until stopped. */
    private void stand() {
        try {
            while (!stopping()) {
                leadOnce();
                pause();
            }
        } catch (InterruptedException e) {
            log.debug("{}: interrupted", name);
        }
    }

    private void leadOnce() throws InterruptedException {
        try {
            Optional<Term> won = leadership.tryLead(name, channel);
            if (won.isPresent()) {
                lead(won.get());
            }
        } catch (RuntimeException e) {
            if (!stopping()) {
                log.warn("{}: cannot lead, trying again: {}", name, String.valueOf(e.getMessage()));
            }
        }
    }

    private void lead(Term current) throws InterruptedException {
        try (current) {
            term = current;
            log.debug("{}: leading", name);
            while (!stopping() && !current.lost()) {
                if (!moreAfterStep()) {
                    current.await(idle);
                }
            }
        } finally {
            term = null;
        }
    }

    private boolean moreAfterStep() throws InterruptedException {
        try {
            return Boolean.TRUE.equals(step.get().block(STEP_AT_MOST));
        } catch (RuntimeException e) {
            log.warn("{}: step failed, trying again", name, e);
            pause();
            return true;
        }
    }

    private boolean stopping() {
        return stopped.getCount() == 0;
    }

    private void pause() throws InterruptedException {
        if (stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
            log.debug("{}: stopping", name);
        }
    }
}
