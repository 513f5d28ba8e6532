package in.sampark.benchmarks.fanout;

import in.sampark.benchmarks.Backlog;
import in.sampark.benchmarks.Bench;
import in.sampark.benchmarks.Benchmark;
import in.sampark.benchmarks.Footprint;
import in.sampark.benchmarks.Measurement;
import in.sampark.benchmarks.Measurement.Figure;
import in.sampark.benchmarks.Measurement.Ratio;
import in.sampark.benchmarks.Rows;
import in.sampark.benchmarks.StoryTime;
import in.sampark.benchmarks.fleet.Feed;
import in.sampark.benchmarks.fleet.Fleet;
import in.sampark.contract.Topic;
import in.sampark.contract.Topics;
import in.sampark.platform.crypto.Sealer;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/**
 * An outage's beginning told to everybody it concerns, by a gateway that answers at once, after 20 and after 50 ms, while one-time codes are
 * asked for ten times a second. Beside it a bare loop that hands the same messages over.
 */
public final class FanOutBenchmark implements Benchmark {

    private static final String SERVICE = "notification-service";
    private static final String GROUP = "notification-service.dispatch-bulk";
    private static final int FEW = 10;
    private static final double GOAL_SECONDS = 90;
    private static final double GOAL_CODE_MS = 1_000;

    @Override
    public String name() {
        return "fanout";
    }

    @Override
    public String description() {
        return "an outage told to everybody it concerns, as a ratio to a bare loop (consumers=462000)";
    }

    @Override
    public Measurement run(Map<String, String> options, Bench bench) throws Exception {
        int consumers = Integer.parseInt(options.getOrDefault("consumers", "462000"));
        bench.keepOnly(Set.of(SERVICE));
        StoryTime time = new StoryTime(bench.system());
        Fleet fleet = new Fleet(consumers, time.now().atZone(Fleet.INDIA).toLocalDate());
        Sealer sealer = Sealer.of(Files.readString(bench.folder().resolve("keys/sealing-public.json")));
        try (Feed feed = new Feed(bench.system());
                Admin admin = Admin.create(Map.of(
                        "bootstrap.servers", bench.system().infrastructure().bootstrapServers()))) {
            prepare(fleet, feed, sealer, time.now(), bench);
            Backlog lane = new Backlog(admin, GROUP, Topics.DISPATCH_BULK.name(), Topic.WIDE);
            Telling telling = new Telling(bench, fleet, feed, sealer, time, new Inbox(bench.system()));
            telling.tell(consumers, Duration.ZERO);
            Map<TopicPartition, Long> before = lane.ends();
            Told few = telling.tell(consumers / FEW, Duration.ZERO);
            Map<TopicPartition, Long> from = lane.ends();
            Told atOnce = telling.tell(consumers, Duration.ZERO);
            Map<TopicPartition, Long> to = lane.ends();
            Told after20 = telling.tell(consumers, Duration.ofMillis(20));
            Told after50 = telling.tell(consumers, Duration.ofMillis(50));
            Footprint service = Footprint.of(SERVICE);
            List<Figure> figures = new ArrayList<>(List.of(
                    new Figure("consumers told", consumers, ""),
                    new Figure("service's heap at most", service.heapMb(), "MB"),
                    new Figure("service's peak memory", service.peakMb(), "MB")));
            bench.stop(SERVICE);
            Inbox inbox = new Inbox(bench.system());
            inbox.answersAfter(Duration.ZERO);
            BareSending bareSending = new BareSending(bench, inbox);
            bareSending.rate(Kept.WHOLE, before, from);
            inbox.empty();
            double bareOfWhole = bareSending.rate(Kept.WHOLE, from, to);
            inbox.empty();
            bareSending.rate(Kept.NARROW, before, from);
            inbox.empty();
            double bare = bareSending.rate(Kept.NARROW, from, to);
            figures.addAll(few.figures());
            figures.addAll(atOnce.figures());
            figures.addAll(after20.figures());
            figures.addAll(after50.figures());
            figures.add(new Figure("bare loop", bare, "messages/s"));
            figures.add(new Figure(
                    "bare loop that keeps rows like the service's and takes receipts", bareOfWhole, "messages/s"));
            return new Measurement(figures, ratios(few, atOnce, after20, after50, bare, bareOfWhole));
        }
    }

    private static void prepare(Fleet fleet, Feed feed, Sealer sealer, Instant now, Bench bench) throws Exception {
        for (int number = 0; number < fleet.connections(); number++) {
            feed.send(Topics.CONNECTIONS, fleet.connection(number, now));
        }
        IntStream.range(0, fleet.connections())
                .parallel()
                .forEach(number -> feed.send(Topics.CONTACTS, fleet.contact(number, now, sealer)));
        feed.flush();
        Rows rows = new Rows(bench.system().database(SERVICE));
        rows.awaitAtLeast(fleet.connections(), "select count(*) from connections");
        rows.awaitAtLeast(fleet.connections(), "select count(*) from contacts");
        bench.say("%,d consumers with proven numbers".formatted(fleet.connections()));
    }

    private static List<Ratio> ratios(
            Told few, Told atOnce, Told after20, Told after50, double bare, double bareOfWhole) {
        double slowestCode = Math.max(
                atOnce.codes().p99(),
                Math.max(after20.codes().p99(), after50.codes().p99()));
        return List.of(
                new Ratio("90 s to what telling all takes", GOAL_SECONDS / atOnce.seconds(), 1),
                new Ratio("messages a second to the bare loop", atOnce.aSecond() / bare, 0.5),
                new Ratio(
                        "messages a second to the bare loop that keeps rows like the service's and takes receipts",
                        atOnce.aSecond() / bareOfWhole,
                        0.5),
                new Ratio("1.2 times that to what it takes at 50 ms", 1.2 * atOnce.seconds() / after50.seconds(), 1),
                new Ratio("1 s to what 99 of 100 one-time codes take", GOAL_CODE_MS / slowestCode, 1),
                new Ratio(
                        "1.1 times the processor time of a message among few to one among many",
                        1.1 * few.cpuMicros() / atOnce.cpuMicros(),
                        1));
    }
}
