package in.sampark.benchmarks.fanout;

import in.sampark.benchmarks.Bench;
import in.sampark.benchmarks.Footprint;
import in.sampark.benchmarks.Rows;
import in.sampark.benchmarks.StoryTime;
import in.sampark.benchmarks.fleet.Feed;
import in.sampark.benchmarks.fleet.Fleet;
import in.sampark.contract.Topics;
import in.sampark.contract.meter.OutageStanding;
import in.sampark.contract.meter.RecordedOutage;
import in.sampark.contract.meter.RecordedWords;
import in.sampark.contract.meter.SupplyLevel;
import in.sampark.platform.crypto.Sealer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Outages, one after the other, each told to the consumers it concerns. */
final class Telling {

    private static final String SERVICE = "notification-service";
    private static final Duration LASTS = Duration.ofHours(4);

    private final Bench bench;
    private final Fleet fleet;
    private final Feed feed;
    private final Sealer sealer;
    private final StoryTime time;
    private final Inbox inbox;
    private int outages;

    Telling(Bench bench, Fleet fleet, Feed feed, Sealer sealer, StoryTime time, Inbox inbox) {
        this.bench = bench;
        this.fleet = fleet;
        this.feed = feed;
        this.sealer = sealer;
        this.time = time;
        this.inbox = inbox;
    }

    /** Waits until all receipts are in. @param consumers about so many, those of whole feeders */
    Told tell(int consumers, Duration latency) throws Exception {
        List<String> feeders = fleet.feeders(consumers);
        int concerned = fleet.behind(feeders);
        inbox.empty();
        inbox.answersAfter(latency);
        Footprint service = Footprint.of(SERVICE);
        double cpuBefore = service.processorSeconds();
        long start = System.nanoTime();
        double seconds;
        OneTimeCodes codes = new OneTimeCodes(fleet, feed, sealer, time, outages);
        try (codes) {
            feed.send(Topics.RECORDED_OUTAGES, outage(feeders));
            feed.flush();
            inbox.await(() -> concerned + codes.count());
            seconds = (System.nanoTime() - start) / 1e9;
        }
        Rows rows = new Rows(bench.system().database(SERVICE));
        rows.awaitNone("select count(*) from messages where state in ('SENDING', 'ACCEPTED')");
        rows.awaitNone("select count(*) from outbox where parked_reason is null");
        double cpu = service.processorSeconds() - cpuBefore;
        Told told = new Told(concerned, latency, seconds, cpu, codes.latency(inbox));
        bench.say("%,d told within %.1f s at %d ms".formatted(concerned, seconds, latency.toMillis()));
        return told;
    }

    private RecordedOutage outage(List<String> feeders) {
        Instant now = time.now();
        return RecordedOutage.newBuilder()
                .setEventId("outage " + ++outages)
                .setOccurredAt(now)
                .setDiscom("DVVNL")
                .setOutageId("DVVNL:B-" + outages)
                .setRevision(1)
                .setStanding(OutageStanding.STARTED)
                .setCutsOffLevel(SupplyLevel.FEEDER)
                .setCutsOff(feeders)
                .setFromAt(now)
                .setExpectedRestorationAt(now.plus(LASTS))
                .setWords(Map.of("hi", new RecordedWords("सआदतगंज फीडर", "ट्रांसफार्मर की मरम्मत")))
                .build();
    }
}
