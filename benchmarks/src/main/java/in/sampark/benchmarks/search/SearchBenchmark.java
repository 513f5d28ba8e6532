package in.sampark.benchmarks.search;

import in.sampark.benchmarks.Bench;
import in.sampark.benchmarks.Benchmark;
import in.sampark.benchmarks.Measurement;
import in.sampark.benchmarks.Measurement.Figure;
import in.sampark.benchmarks.Measurement.Ratio;
import in.sampark.benchmarks.ServiceClient;
import in.sampark.benchmarks.importing.ConnectionsFile;
import in.sampark.benchmarks.importing.ConnectionsImport;
import in.sampark.infrastructure.Database;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import tools.jackson.databind.json.JsonMapper;

/** Imports connections, and looks for some of them over HTTP, one search after the other, by every kind of clue. */
public final class SearchBenchmark implements Benchmark {

    private static final String SERVICE = "consumer-service";
    private static final double GOAL_MS = 100;
    private static final long ACCOUNTS = 7_000_000_000L;
    private static final double LAST_PERCENT = 0.99;

    /** What is looked for. @param clues makes what a search says of it */
    private record Kind(String name, Function<Random, Map<String, Object>> clues) {}

    @Override
    public String name() {
        return "search";
    }

    @Override
    public String description() {
        return "searches by account, number, name and area, against 100 ms (rows=1000000, searches=200)";
    }

    @Override
    public Measurement run(Map<String, String> options, Bench bench) throws Exception {
        int rows = Integer.parseInt(options.getOrDefault("rows", "1000000"));
        int searches = Integer.parseInt(options.getOrDefault("searches", "200"));
        bench.keepOnly(Set.of(SERVICE));
        fill(bench, rows);
        List<Figure> figures = new ArrayList<>(List.of(new Figure("connections", rows, "rows")));
        double slowest = 0;
        try (var client = new ServiceClient(bench.system(), SERVICE, "helpdesk:DVVNL")) {
            for (Kind kind : kinds(rows)) {
                double[] found = measured(client, kind, searches);
                double late = found[(int) (found.length * LAST_PERCENT)];
                figures.add(new Figure(kind.name() + ": median", found[found.length / 2], "ms"));
                figures.add(new Figure(kind.name() + ": 99 of 100 within", late, "ms"));
                slowest = Math.max(slowest, late);
            }
        }
        return new Measurement(
                figures, List.of(new Ratio("100 ms to the slowest kind's 99 of 100", GOAL_MS / slowest, 1)));
    }

    private static void fill(Bench bench, int rows) throws Exception {
        Path file = bench.folder().resolve("connections.csv");
        ConnectionsFile.write(file, ACCOUNTS, rows);
        bench.say("importing " + rows + " connections");
        try (var imports = new ConnectionsImport(bench)) {
            imports.awaitTaken(imports.send(file), rows);
        }
        vacuum(bench.system().database(SERVICE));
        bench.say("searching");
    }

    /** What the database does by itself a little later. */
    private static void vacuum(Database database) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
        }
    }

    private static List<Kind> kinds(int rows) {
        return List.of(
                new Kind("account", random -> Map.of("account", ACCOUNTS + random.nextInt(rows))),
                new Kind(
                        "number",
                        random -> Map.of("number", ConnectionsFile.mobile(random.nextInt(rows / 10) * 10 + 1))),
                new Kind("name one in 500 has", random -> Map.of("name", "mohammad khan")),
                new Kind("name one in 25 has", random -> Map.of("name", "आशा")),
                new Kind("name nobody has", random -> Map.of("name", "zz%05dq".formatted(random.nextInt(100_000)))),
                new Kind("area", random -> Map.of("area", "DVVNL/AGRA/C%d".formatted(random.nextInt(2)))),
                new Kind(
                        "name and area",
                        random -> Map.of("name", "devi", "area", "DVVNL/AGRA/C0/D%d".formatted(random.nextInt(2)))));
    }

    private static double[] measured(ServiceClient client, Kind kind, int searches) throws Exception {
        var random = new Random(1);
        for (int warm = 0; warm < searches / 2; warm++) {
            milliseconds(client, kind.clues().apply(random));
        }
        double[] milliseconds = new double[searches];
        for (int search = 0; search < searches; search++) {
            milliseconds[search] = milliseconds(client, kind.clues().apply(random));
        }
        return DoubleStream.of(milliseconds).sorted().toArray();
    }

    private static double milliseconds(ServiceClient client, Map<String, Object> clues) throws Exception {
        BodyPublisher body = BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(clues));
        long start = System.nanoTime();
        client.post("/api/v1/connections/search", "application/json", body, 200);
        return (System.nanoTime() - start) / 1e6;
    }
}
