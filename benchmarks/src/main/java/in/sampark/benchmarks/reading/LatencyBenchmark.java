package in.sampark.benchmarks.reading;

import in.sampark.benchmarks.Bench;
import in.sampark.benchmarks.Benchmark;
import in.sampark.benchmarks.Measurement;
import in.sampark.benchmarks.Measurement.Figure;
import in.sampark.benchmarks.Measurement.Ratio;
import in.sampark.benchmarks.Rows;
import in.sampark.benchmarks.StoryTime;
import in.sampark.benchmarks.fleet.Feed;
import in.sampark.benchmarks.fleet.Fleet;
import in.sampark.contract.Topics;
import in.sampark.launcher.RunningSystem;
import in.sampark.launcher.story.Latency;
import in.sampark.platform.crypto.Sealer;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Readings at a steady pace; one connection in ten uses so much that its balance falls through the ladder, some sooner and some later, so
 * that there are notices all the time. For each the time from the sending of the reading to the notice's arrival at the gateway, everything
 * between at work: the four topics, meter-service, notification-service and their databases. What was sent in the first third warms them up.
 */
public final class LatencyBenchmark implements Benchmark {

    private static final String METER = "meter-service";
    private static final String NOTIFICATION = "notification-service";
    private static final int ONE_IN = 10;
    private static final int ROUNDS = 18;
    private static final int WARM_UP = ROUNDS / 3;
    private static final Duration ROUND = Duration.ofHours(1);

    /** From what lasts for two rounds to what lasts for nearly all. */
    private static final List<Long> RECHARGES_PAISE =
            LongStream.range(0, 15).map(step -> 6_000 + 2_000 * step).boxed().toList();

    private static final long WH_OF_MANY = 200;
    private static final long WH_OF_ONE = 4_000;
    private static final double GOAL_MS = 500;

    @Override
    public String name() {
        return "latency";
    }

    @Override
    public String description() {
        return "from a reading to its notice at the gateway, at a steady pace (connections=10000, rate=1000 a second)";
    }

    @Override
    public Measurement run(Map<String, String> options, Bench bench) throws Exception {
        int connections = Integer.parseInt(options.getOrDefault("connections", "10000"));
        int rate = Integer.parseInt(options.getOrDefault("rate", "1000"));
        bench.keepOnly(Set.of(METER, NOTIFICATION));
        RunningSystem system = bench.system();
        StoryTime time = new StoryTime(system);
        LocalDate first = time.now().atZone(Fleet.INDIA).toLocalDate().plusDays(1);
        Fleet fleet = new Fleet(connections, first);
        List<Integer> watched = IntStream.range(0, connections / ONE_IN)
                .map(number -> number * ONE_IN)
                .boxed()
                .toList();
        try (Feed feed = new Feed(system)) {
            prepare(fleet, watched, feed, time, bench);
            long start = System.nanoTime();
            play(fleet, feed, rate, 1, WARM_UP);
            Instant warm = Instant.now();
            play(fleet, feed, rate, WARM_UP + 1, ROUNDS);
            double seconds = (System.nanoTime() - start) / 1e9;
            bench.say("%,d readings sent".formatted(connections * ROUNDS));
            new Rows(system.database(NOTIFICATION))
                    .awaitNone("select count(*) from outbox where parked_reason is null");
            bench.say("all told");
            Hops hops = Hops.of(system).since(warm);
            Latency latency = hops.all();
            int sent = connections * ROUNDS;
            return new Measurement(
                    Stream.concat(
                                    Stream.of(
                                            new Figure("readings", sent, ""),
                                            new Figure("readings a second", sent / seconds, "readings/s"),
                                            new Figure("notices", latency.n(), ""),
                                            new Figure(
                                                    "notices a second",
                                                    latency.n() / (seconds - seconds * WARM_UP / ROUNDS),
                                                    "notices/s"),
                                            new Figure("reading to gateway, half of them within", latency.p50(), "ms"),
                                            new Figure("reading to gateway, 99 of 100 within", latency.p99(), "ms")),
                                    hops.parts().stream())
                            .toList(),
                    List.of(new Ratio("500 ms to what 99 of 100 take", GOAL_MS / latency.p99(), 1)));
        }
    }

    /** Every connection has an account, and those watched a proven number and some money. */
    private static void prepare(Fleet fleet, List<Integer> watched, Feed feed, StoryTime time, Bench bench)
            throws Exception {
        Sealer sealer = Sealer.of(Files.readString(bench.folder().resolve("keys/sealing-public.json")));
        Instant start = fleet.midnight(0);
        time.jump(
                start.plus(ROUND.multipliedBy(ROUNDS)).plusSeconds(60),
                List.of(bench.system().service(METER), bench.system().service(NOTIFICATION)));
        for (int number = 0; number < fleet.connections(); number++) {
            feed.send(Topics.CONNECTIONS, fleet.connection(number, start));
        }
        for (int number : watched) {
            feed.send(Topics.CONTACTS, fleet.contact(number, start, sealer));
        }
        feed.flush();
        Rows meter = new Rows(bench.system().database(METER));
        meter.awaitAtLeast(fleet.connections(), "select count(*) from account");
        for (int number : watched) {
            long paise = RECHARGES_PAISE.get(number / ONE_IN % RECHARGES_PAISE.size());
            feed.send(Topics.RECHARGES, fleet.recharge(number, paise, start));
        }
        feed.flush();
        meter.awaitAtLeast(watched.size(), "select count(*) from recharge");
        new Rows(bench.system().database(NOTIFICATION))
                .awaitAtLeast(watched.size(), "select count(*) from messages where state = 'DELIVERED'");
        bench.say(fleet.connections() + " accounts, " + watched.size() + " proven numbers");
    }

    /** The rounds from the first to the last, these included. */
    private static void play(Fleet fleet, Feed feed, int rate, int first, int last) {
        long start = System.nanoTime();
        long sent = 0;
        for (int round = first; round <= last; round++) {
            Instant at = fleet.midnight(0).plus(ROUND.multipliedBy(round));
            for (int number = 0; number < fleet.connections(); number++) {
                long wh = number % ONE_IN == 0 ? WH_OF_ONE : WH_OF_MANY;
                feed.send(Topics.METER_READINGS, fleet.reading(number, round * wh, at));
                long due = start + ++sent * 1_000_000_000L / rate;
                LockSupport.parkNanos(due - System.nanoTime());
            }
        }
        feed.flush();
    }
}
