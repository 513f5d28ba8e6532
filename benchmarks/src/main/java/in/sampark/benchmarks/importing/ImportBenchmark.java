package in.sampark.benchmarks.importing;

import in.sampark.benchmarks.Bench;
import in.sampark.benchmarks.Benchmark;
import in.sampark.benchmarks.Footprint;
import in.sampark.benchmarks.Measurement;
import in.sampark.benchmarks.Measurement.Figure;
import in.sampark.benchmarks.Measurement.Ratio;
import in.sampark.infrastructure.Database;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;

/**
 * Sends a file of new connections to consumer-service over HTTP and waits until each is on record with its contact, encrypted, and
 * its two announcements are in the outbox; beside it, a bare COPY of the same file, and a bare writing of the rows an import leaves behind.
 */
public final class ImportBenchmark implements Benchmark {

    private static final String SERVICE = "consumer-service";
    private static final double GOAL = 0.25;
    private static final double GOAL_WRITING = 0.5;
    private static final int COPIES = 3;
    private static final long ACCOUNTS = 7_000_000_000L;
    private static final long OTHER_ACCOUNTS = 8_000_000_000L;

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String description() {
        return "connections by CSV into consumer-service, as a ratio to a bare COPY and to bare writing (rows=1000000, warm=100000)";
    }

    @Override
    public Measurement run(Map<String, String> options, Bench bench) throws Exception {
        int rows = Integer.parseInt(options.getOrDefault("rows", "1000000"));
        int warm = Integer.parseInt(options.getOrDefault("warm", "100000"));
        bench.keepOnly(Set.of(SERVICE));
        Path file = bench.folder().resolve("connections.csv");
        Footprint service = Footprint.of(SERVICE);
        Footprint postgres = Footprint.ofPostgres(bench.folder());
        try (var imports = new ConnectionsImport(bench)) {
            imported(imports, file, OTHER_ACCOUNTS, warm, bench);
            double warmPeak = service.peakMb();
            double serviceBefore = service.processorSeconds();
            double postgresBefore = postgres.processorSeconds();
            Import found = imported(imports, file, ACCOUNTS, rows, bench);
            List<Figure> figures = new ArrayList<>(found.figures(rows));
            figures.addAll(List.of(
                    new Figure("processor time of the service", service.processorSeconds() - serviceBefore, "s"),
                    new Figure("processor time of PostgreSQL", postgres.processorSeconds() - postgresBefore, "s"),
                    new Figure("service's peak memory after " + warm + " rows", warmPeak, "MB"),
                    new Figure("service's peak memory after all", service.peakMb(), "MB")));
            return compared(figures, found, file, bench);
        }
    }

    private static Measurement compared(List<Figure> figures, Import found, Path file, Bench bench) throws Exception {
        Database database = bench.system().database(SERVICE);
        double copy = copy(file, database);
        double writing = copy + new BareWriting(database).seconds();
        figures.add(new Figure("bare COPY, median of " + COPIES, copy, "s"));
        figures.add(new Figure("bare COPY and writing of the rows", writing, "s"));
        return new Measurement(
                figures,
                List.of(
                        new Ratio("import (until taken) to bare COPY", copy / found.taken(), GOAL),
                        new Ratio("import (until taken) to bare writing", writing / found.taken(), GOAL_WRITING)));
    }

    /** Seconds since the first byte was sent. */
    private record Import(double staged, double taken, double announced) {

        List<Figure> figures(int rows) {
            return List.of(
                    new Figure("rows", rows, "rows"),
                    new Figure("received and staged", staged, "s"),
                    new Figure("until the last row is taken", taken, "s"),
                    new Figure("until the last announcement is on Kafka", announced, "s"),
                    new Figure("rows a second, until taken", rows / taken, "rows/s"));
        }
    }

    private static Import imported(ConnectionsImport imports, Path file, long firstAccount, int rows, Bench bench)
            throws Exception {
        ConnectionsFile.write(file, firstAccount, rows);
        bench.say("importing " + rows + " connections");
        long start = System.nanoTime();
        String job = imports.send(file);
        double staged = secondsSince(start);
        imports.awaitTaken(job, rows);
        double taken = secondsSince(start);
        new Announcements(bench.system().database(SERVICE)).awaitAll();
        bench.say("imported, %.1f s".formatted(taken));
        return new Import(staged, taken, secondsSince(start));
    }

    private static double copy(Path file, Database database) throws Exception {
        double[] seconds = new double[COPIES];
        for (int i = 0; i < COPIES; i++) {
            seconds[i] = new BareCopy(database).seconds(file);
        }
        return DoubleStream.of(seconds).sorted().skip(COPIES / 2).findFirst().orElseThrow();
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
