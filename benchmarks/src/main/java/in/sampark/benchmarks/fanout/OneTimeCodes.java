package in.sampark.benchmarks.fanout;

import in.sampark.benchmarks.StoryTime;
import in.sampark.benchmarks.fleet.Feed;
import in.sampark.benchmarks.fleet.Fleet;
import in.sampark.contract.Topics;
import in.sampark.contract.consumer.OtpRequested;
import in.sampark.launcher.story.Latency;
import in.sampark.platform.crypto.Sealer;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** One-time codes that are asked for at a steady pace, whatever else goes on, each to a phone of its own. */
final class OneTimeCodes implements AutoCloseable {

    private static final int A_SECOND = 10;
    private static final long FIRST_NUMBER = 8_000_000_000L;

    private final Map<String, Instant> sent = new LinkedHashMap<>();
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
    private final Fleet fleet;
    private final Feed feed;
    private final Sealer sealer;
    private final Duration storyAhead;
    private final long firstNumber;

    /** Begins. @param run codes of another run go to other phones */
    OneTimeCodes(Fleet fleet, Feed feed, Sealer sealer, StoryTime time, int run) {
        this.fleet = fleet;
        this.feed = feed;
        this.sealer = sealer;
        this.storyAhead = Duration.between(Instant.now(), time.now());
        this.firstNumber = FIRST_NUMBER + run * 100_000L;
        pace.scheduleAtFixedRate(this::ask, 0, 1_000 / A_SECOND, TimeUnit.MILLISECONDS);
    }

    synchronized long count() {
        return sent.size();
    }

    private synchronized void ask() {
        String number = "+91" + (firstNumber + sent.size());
        Instant now = Instant.now();
        Instant asked = now.plus(storyAhead);
        String challenge = "challenge " + number;
        feed.send(
                Topics.OTP_REQUESTED,
                OtpRequested.newBuilder()
                        .setEventId(challenge)
                        .setOccurredAt(asked)
                        .setDiscom("DVVNL")
                        .setConnectionId(fleet.id(0))
                        .setChallengeId(challenge)
                        .setSealedNumber(ByteBuffer.wrap(sealer.seal(number, challenge)))
                        .setSealedCode(ByteBuffer.wrap(sealer.seal("123456", challenge)))
                        .setLanguage("hi")
                        .setExpiresAt(asked.plus(Duration.ofMinutes(5)))
                        .build());
        sent.put(number, now);
    }

    /** Ends asking. */
    @Override
    public void close() throws InterruptedException {
        pace.shutdown();
        if (!pace.awaitTermination(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("one-time codes: still asking (expected: ended)");
        }
        feed.flush();
    }

    /** From asking to the gateway. A code that never came is an {@link IllegalStateException}. */
    synchronized Latency latency(Inbox inbox) {
        return Latency.of(sent.entrySet().stream()
                .map(code -> Duration.between(
                        code.getValue(),
                        inbox.arrival(code.getKey())
                                .orElseThrow(() -> new IllegalStateException("one-time code: not handed over"))))
                .toList());
    }
}
