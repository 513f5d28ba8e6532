package in.sampark.benchmarks.importing;

import in.sampark.benchmarks.Bench;
import in.sampark.benchmarks.Benchmark;
import in.sampark.benchmarks.Measurement;
import in.sampark.benchmarks.Measurement.Figure;
import in.sampark.benchmarks.Measurement.Ratio;
import in.sampark.infrastructure.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;

/**
 * Sends a file of new connections to consumer-service over HTTP and waits until each is on record with its contact, encrypted, and
 * its two announcements are in the outbox; beside it, a bare COPY of the same file.
 */
public final class ImportBenchmark implements Benchmark {

    private static final String SERVICE = "consumer-service";
    private static final double GOAL = 0.25;
    private static final int COPIES = 3;
    private static final long ACCOUNTS = 7_000_000_000L;
    private static final long OTHER_ACCOUNTS = 8_000_000_000L;

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String description() {
        return "connections by CSV into consumer-service, as a ratio to a bare COPY (rows=1000000, warm=100000)";
    }

    @Override
    public Measurement run(Map<String, String> options, Bench bench) throws Exception {
        int rows = Integer.parseInt(options.getOrDefault("rows", "1000000"));
        int warm = Integer.parseInt(options.getOrDefault("warm", "100000"));
        bench.keepOnly(Set.of(SERVICE));
        Path file = bench.folder().resolve("connections.csv");
        Footprint footprint = Footprint.of(SERVICE);
        try (var imports = new ConnectionsImport(bench)) {
            imported(imports, file, OTHER_ACCOUNTS, warm, bench);
            double warmPeak = footprint.peakMb();
            Footprint postgres = Footprint.ofPostgres(bench.folder());
            double service = -footprint.processorSeconds();
            double database = -postgres.processorSeconds();
            Import found = imported(imports, file, ACCOUNTS, rows, bench);
            service += footprint.processorSeconds();
            database += postgres.processorSeconds();
            double copy = copy(file, bench);
            return new Measurement(
                    List.of(
                            new Figure("rows", rows, "rows"),
                            new Figure("file", Files.size(file) / 1048576.0, "MB"),
                            new Figure("import: received and staged", found.staged(), "s"),
                            new Figure("import: until the last row is taken", found.taken(), "s"),
                            new Figure("import: until the last announcement is on Kafka", found.announced(), "s"),
                            new Figure("import: rows a second, until taken", rows / found.taken(), "rows/s"),
                            new Figure("import: processor time of the service", service, "s"),
                            new Figure("import: processor time of PostgreSQL", database, "s"),
                            new Figure("bare COPY, median of " + COPIES, copy, "s"),
                            new Figure("bare COPY: rows a second", rows / copy, "rows/s"),
                            new Figure("service's peak memory after " + warm + " rows", warmPeak, "MB"),
                            new Figure("service's peak memory after all", footprint.peakMb(), "MB")),
                    List.of(new Ratio("import (until taken) to bare COPY", copy / found.taken(), GOAL)));
        }
    }

    /** Seconds since the first byte was sent. */
    private record Import(double staged, double taken, double announced) {}

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

    private static double copy(Path file, Bench bench) throws Exception {
        Database database = bench.system().infrastructure().postgres().createDatabase("bench");
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
