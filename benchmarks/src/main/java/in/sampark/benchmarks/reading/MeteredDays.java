package in.sampark.benchmarks.reading;

import in.sampark.benchmarks.Backlog;
import in.sampark.benchmarks.Bench;
import in.sampark.benchmarks.Footprint;
import in.sampark.benchmarks.Measurement.Figure;
import in.sampark.benchmarks.Rows;
import in.sampark.benchmarks.StoryTime;
import in.sampark.benchmarks.fleet.Feed;
import in.sampark.benchmarks.fleet.Fleet;
import in.sampark.contract.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Days of readings, one after the other, each posted at its end.
 *
 * @param aDay readings of a connection in a day, at equal distances
 */
record MeteredDays(Bench bench, Fleet fleet, Feed feed, Backlog backlog, StoryTime time, int aDay) {

    private static final String SERVICE = "meter-service";
    private static final long WH_A_DAY = 7_200;
    private static final double WARM_UP = 0.1;
    private static final Duration POSTING_AT = Duration.ofMinutes(30);

    /**
     * A day that was taken.
     *
     * @param aSecond readings a second, those of the warm-up aside
     * @param seconds how long that went on
     * @param serviceSeconds processor time of the service meanwhile, and {@code postgresSeconds} of its database
     * @param postedSeconds until the day was charged for all accounts and told of
     */
    record Taken(double aSecond, double seconds, double serviceSeconds, double postgresSeconds, double postedSeconds) {

        List<Figure> figures(int day) {
            return List.of(
                    new Figure("day " + day + ", readings a second", aSecond, "readings/s"),
                    new Figure("day " + day + ", sustained for", seconds, "s"),
                    new Figure("day " + day + ", processor time of the service", serviceSeconds, "s"),
                    new Figure("day " + day + ", processor time of PostgreSQL", postgresSeconds, "s"),
                    new Figure("day " + day + ", posted within", postedSeconds, "s"));
        }
    }

    /** @param day from 0 */
    Taken take(int day) throws Exception {
        bench.stop(SERVICE);
        time.jump(fleet.midnight(day + 1).plusSeconds(60), List.of());
        long before = backlog.done();
        long readings = feed(day);
        bench.say("day %d: %,d readings wait".formatted(day + 1, readings));
        bench.startAgain(SERVICE);
        Footprint service = Footprint.of(SERVICE);
        Footprint postgres = Footprint.ofPostgres(bench.folder());
        backlog.await(before + (long) (readings * WARM_UP));
        long start = System.nanoTime();
        long warm = backlog.done() - before;
        double serviceBefore = service.processorSeconds();
        double postgresBefore = postgres.processorSeconds();
        backlog.await(before + readings);
        double seconds = (System.nanoTime() - start) / 1e9;
        double serviceSeconds = service.processorSeconds() - serviceBefore;
        double postgresSeconds = postgres.processorSeconds() - postgresBefore;
        bench.say("day %d: taken, the last of them in %.1f s".formatted(day + 1, seconds));
        return new Taken((readings - warm) / seconds, seconds, serviceSeconds, postgresSeconds, post(day));
    }

    /** @return how many readings the day has */
    private long feed(int day) {
        for (int reading = 1; reading <= aDay; reading++) {
            Instant at = fleet.midnight(day)
                    .plus(Duration.ofDays(1).multipliedBy(reading).dividedBy(aDay));
            long wh = day * WH_A_DAY + reading * WH_A_DAY / aDay;
            for (int number = 0; number < fleet.connections(); number++) {
                feed.send(Topics.METER_READINGS, fleet.reading(number, wh, at));
            }
        }
        feed.flush();
        return (long) fleet.connections() * aDay;
    }

    private double post(int day) throws Exception {
        time.jump(
                fleet.midnight(day + 1).plus(POSTING_AT), List.of(bench.system().service(SERVICE)));
        long start = System.nanoTime();
        Rows rows = new Rows(bench.system().database(SERVICE));
        rows.awaitNone("select count(*) from account where charge_due <= date '%s'"
                .formatted(fleet.supplyFrom().plusDays(day)));
        rows.awaitNone("select count(*) from outbox where parked_reason is null");
        double seconds = (System.nanoTime() - start) / 1e9;
        bench.say("day %d: posted in %.1f s".formatted(day + 1, seconds));
        return seconds;
    }
}
