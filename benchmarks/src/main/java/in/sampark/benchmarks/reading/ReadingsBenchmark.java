package in.sampark.benchmarks.reading;

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
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/**
 * Half-hourly readings of many connections, days of them, put on the topic while meter-service is away, and how fast it takes them once it is
 * back; between two days, the posting of the first. Beside it two bare loops over the last day's readings.
 */
public final class ReadingsBenchmark implements Benchmark {

    private static final String SERVICE = "meter-service";
    private static final String GROUP = "meter-service.readings";
    private static final double GOAL_A_SECOND = 25_000;
    private static final double GOAL = 0.5;

    @Override
    public String name() {
        return "readings";
    }

    @Override
    public String description() {
        return "readings into meter-service, as a ratio to bare loops (connections=100000, days=2, aDay=48)";
    }

    @Override
    public Measurement run(Map<String, String> options, Bench bench) throws Exception {
        int connections = Integer.parseInt(options.getOrDefault("connections", "100000"));
        int days = Integer.parseInt(options.getOrDefault("days", "2"));
        int aDay = Integer.parseInt(options.getOrDefault("aDay", "48"));
        bench.keepOnly(Set.of(SERVICE));
        StoryTime time = new StoryTime(bench.system());
        LocalDate first = time.now().atZone(Fleet.INDIA).toLocalDate().plusDays(1);
        Fleet fleet = new Fleet(connections, first);
        List<Figure> figures = new ArrayList<>(List.of(new Figure("connections", connections, "")));
        try (Feed feed = new Feed(bench.system());
                Admin admin = Admin.create(Map.of(
                        "bootstrap.servers", bench.system().infrastructure().bootstrapServers()))) {
            open(fleet, feed, time.now(), bench);
            Backlog backlog = new Backlog(admin, GROUP, Topics.METER_READINGS.name(), Topic.WIDE);
            MeteredDays metered = new MeteredDays(bench, fleet, feed, backlog, time, aDay);
            Map<TopicPartition, Long> from = Map.of();
            double slowest = Double.MAX_VALUE;
            for (int day = 0; day < days; day++) {
                from = backlog.ends();
                MeteredDays.Taken taken = metered.take(day);
                figures.addAll(taken.figures(day + 1));
                slowest = Math.min(slowest, taken.aSecond());
            }
            Footprint service = Footprint.of(SERVICE);
            figures.add(new Figure("service's heap at most", service.heapMb(), "MB"));
            figures.add(new Figure("service's peak memory", service.peakMb(), "MB"));
            bench.stop(SERVICE);
            return compared(slowest, figures, new BareLoop(bench, from, backlog.ends()));
        }
    }

    private static void open(Fleet fleet, Feed feed, Instant now, Bench bench) throws Exception {
        for (int number = 0; number < fleet.connections(); number++) {
            feed.send(Topics.CONNECTIONS, fleet.connection(number, now));
        }
        feed.flush();
        new Rows(bench.system().database(SERVICE)).awaitAtLeast(fleet.connections(), "select count(*) from account");
        bench.say(fleet.connections() + " accounts opened");
    }

    private static Measurement compared(double aSecond, List<Figure> figures, BareLoop bare) throws Exception {
        double consuming = bare.consuming();
        double writing = bare.writing();
        figures.add(new Figure("bare loop, consuming only", consuming, "readings/s"));
        figures.add(new Figure("bare loop, consuming and writing", writing, "readings/s"));
        return new Measurement(
                figures,
                List.of(
                        new Ratio("readings a second to 25,000", aSecond / GOAL_A_SECOND, 1),
                        new Ratio("readings a second to bare consuming and writing", aSecond / writing, GOAL)));
    }
}
