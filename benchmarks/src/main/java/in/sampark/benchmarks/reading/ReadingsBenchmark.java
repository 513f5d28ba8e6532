package in.sampark.benchmarks.reading;

import in.sampark.benchmarks.Bench;
import in.sampark.benchmarks.Benchmark;
import in.sampark.benchmarks.Footprint;
import in.sampark.benchmarks.Measurement;
import in.sampark.benchmarks.Measurement.Figure;
import in.sampark.benchmarks.Measurement.Ratio;
import in.sampark.benchmarks.StoryTime;
import in.sampark.contract.Topic;
import in.sampark.contract.Topics;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/**
 * Half-hourly readings of many connections, days of them, put on the topic while meter-service is away, and the time it takes for them once it is
 * back; between two days, the posting of the first. Beside it two bare loops over the last day's readings.
 */
public final class ReadingsBenchmark implements Benchmark {

    private static final String SERVICE = "meter-service";
    private static final String GROUP = "meter-service.readings";
    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");
    private static final int HALF_HOURS_A_DAY = 48;
    private static final double WARM_UP = 0.1;
    private static final long GOAL_A_SECOND = 25_000;
    private static final double GOAL = 0.5;
    private static final long PAUSE_MS = 100;

    @Override
    public String name() {
        return "readings";
    }

    @Override
    public String description() {
        return "half-hourly readings through Kafka into meter-service, as a ratio to bare loops (connections=100000, days=2)";
    }

    @Override
    public Measurement run(Map<String, String> options, Bench bench) throws Exception {
        int connections = Integer.parseInt(options.getOrDefault("connections", "100000"));
        int days = Integer.parseInt(options.getOrDefault("days", "2"));
        bench.keepOnly(Set.of(SERVICE));
        StoryTime time = new StoryTime(bench.system());
        LocalDate first = time.now().atZone(INDIA).toLocalDate().plusDays(1);
        Fleet fleet = new Fleet(connections, first);
        List<Figure> figures = new ArrayList<>(List.of(new Figure("connections", connections, "")));
        try (Feed feed = new Feed(bench.system());
                Admin admin = Admin.create(Map.of(
                        "bootstrap.servers", bench.system().infrastructure().bootstrapServers()))) {
            open(fleet, feed, time, bench);
            Topic<?> topic = Topics.METER_READINGS;
            Backlog backlog = new Backlog(admin, GROUP, topic.name(), Topic.WIDE);
            double slowest = Double.MAX_VALUE;
            Map<TopicPartition, Long> from = backlog.ends();
            for (int day = 0; day < days; day++) {
                from = backlog.ends();
                slowest = Math.min(slowest, takeDay(fleet, day, feed, backlog, time, bench, figures));
            }
            Footprint service = Footprint.of(SERVICE);
            figures.add(new Figure("service's heap at most", service.heapMb(), "MB"));
            figures.add(new Figure("service's peak memory", service.peakMb(), "MB"));
            bench.stop(SERVICE);
            BareLoop bare = new BareLoop(bench, Topics.METER_READINGS, from, backlog.ends());
            double consuming = bare.consuming();
            bench.say("consumed only: %,.0f a second".formatted(consuming));
            double writing = bare.writing();
            bench.say("consumed and written: %,.0f a second".formatted(writing));
            figures.add(new Figure("bare loop, consuming only", consuming, "readings/s"));
            figures.add(new Figure("bare loop, consuming and writing", writing, "readings/s"));
            return new Measurement(
                    figures,
                    List.of(
                            new Ratio("readings a second to " + GOAL_A_SECOND, slowest / GOAL_A_SECOND, 1),
                            new Ratio("readings a second to bare consuming and writing", slowest / writing, GOAL),
                            new Ratio("readings a second to bare consuming", slowest / consuming, 0)));
        }
    }

    private static void open(Fleet fleet, Feed feed, StoryTime time, Bench bench) throws Exception {
        bench.say("opening " + fleet.connections() + " accounts");
        Instant now = time.now();
        for (int number = 0; number < fleet.connections(); number++) {
            feed.send(Topics.CONNECTIONS, fleet.connection(number, now));
        }
        feed.flush();
        awaitNone("select %d - count(*) from account".formatted(fleet.connections()), bench);
        bench.say("opened");
    }

    /** @return readings a second, the first ones aside */
    private static double takeDay(
            Fleet fleet, int day, Feed feed, Backlog backlog, StoryTime time, Bench bench, List<Figure> figures)
            throws Exception {
        bench.stop(SERVICE);
        Instant midnight = fleet.supplyFrom().plusDays(day).atStartOfDay(INDIA).toInstant();
        time.jump(midnight.plus(Duration.ofDays(1)).plusSeconds(60), List.of());
        long before = backlog.done();
        for (int halfHour = 1; halfHour <= HALF_HOURS_A_DAY; halfHour++) {
            Instant at = midnight.plus(Duration.ofMinutes(30L * halfHour));
            long since = (long) day * HALF_HOURS_A_DAY + halfHour;
            for (int number = 0; number < fleet.connections(); number++) {
                feed.send(Topics.METER_READINGS, fleet.reading(number, since, at));
            }
        }
        feed.flush();
        long readings = (long) fleet.connections() * HALF_HOURS_A_DAY;
        bench.say("day %d: %,d readings wait".formatted(day + 1, readings));
        bench.startAgain(SERVICE);
        long warm = (long) (readings * WARM_UP);
        Footprint service = Footprint.of(SERVICE);
        Footprint postgres = Footprint.ofPostgres(bench.folder());
        long start = backlog.await(before + warm);
        long begun = backlog.done() - before;
        double serviceBefore = service.processorSeconds();
        double postgresBefore = postgres.processorSeconds();
        long end = backlog.await(before + readings);
        double seconds = (end - start) / 1e9;
        double rate = (readings - begun) / seconds;
        bench.say("day %d: %,.0f readings a second for %.0f s".formatted(day + 1, rate, seconds));
        figures.add(new Figure("day " + (day + 1) + ", readings a second", rate, "readings/s"));
        figures.add(new Figure("day " + (day + 1) + ", sustained for", seconds, "s"));
        figures.add(new Figure(
                "day " + (day + 1) + ", processor time of the service",
                service.processorSeconds() - serviceBefore,
                "s"));
        figures.add(new Figure(
                "day " + (day + 1) + ", processor time of PostgreSQL",
                postgres.processorSeconds() - postgresBefore,
                "s"));
        figures.add(new Figure("day " + (day + 1) + ", posted within", posted(fleet, midnight, time, bench), "s"));
        return rate;
    }

    /** @return seconds until the day is charged for all, and told of */
    private static double posted(Fleet fleet, Instant midnight, StoryTime time, Bench bench) throws Exception {
        time.jump(
                midnight.plus(Duration.ofDays(1)).plus(Duration.ofMinutes(30)),
                List.of(bench.system().service(SERVICE)));
        long start = System.nanoTime();
        awaitNone(
                "select count(*) from account where charge_due <= date '%s'"
                        .formatted(midnight.atZone(INDIA).toLocalDate()),
                bench);
        awaitNone("select count(*) from outbox where parked_reason is null", bench);
        double seconds = (System.nanoTime() - start) / 1e9;
        bench.say("posted %d accounts in %.1f s".formatted(fleet.connections(), seconds));
        return seconds;
    }

    private static void awaitNone(String count, Bench bench) throws Exception {
        var database = bench.system().database(SERVICE);
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var statement = connection.createStatement()) {
            while (true) {
                try (var found = statement.executeQuery(count)) {
                    found.next();
                    if (found.getLong(1) == 0) return;
                }
                Thread.sleep(PAUSE_MS);
            }
        }
    }
}
