package in.sampark.benchmarks;

import in.sampark.benchmarks.fanout.FanOutBenchmark;
import in.sampark.benchmarks.importing.ImportBenchmark;
import in.sampark.benchmarks.reading.LatencyBenchmark;
import in.sampark.benchmarks.reading.ReadingsBenchmark;
import in.sampark.benchmarks.search.SearchBenchmark;
import in.sampark.launcher.HelpOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The command behind {@code ./bench}. */
@Command(
        name = "./bench",
        sortOptions = false,
        description = "Runs one benchmark on the system that ./run starts, and shows figures and ratios.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:it was measured, whatever came out", "1:it could not be measured", "2:no such benchmark"})
final class BenchCommand implements Callable<Integer> {

    /** Another benchmark is another one here. */
    private static final List<Benchmark> BENCHMARKS = List.of(
            new ImportBenchmark(),
            new SearchBenchmark(),
            new ReadingsBenchmark(),
            new LatencyBenchmark(),
            new FanOutBenchmark());

    /** Apicurio's, which tells whole schemas by the logging of the JDK. */
    private static final Logger CHATTY = Logger.getLogger("DefaultSchemaResolver");

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Which one.")
    private @Nullable String name;

    @Option(names = "--list", description = "Name the benchmarks, with their options.")
    private boolean list;

    @Option(names = "--json", paramLabel = "FILE", description = "Write what was found to a file.")
    private @Nullable Path json;

    @Option(
            names = "--set",
            paramLabel = "OPTION=VALUE",
            description = "Set an option of the benchmark, e.g. rows=100000.")
    private Map<String, String> options = new LinkedHashMap<>();

    @Mixin
    private final HelpOption help = new HelpOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    public static void main(String[] arguments) {
        CHATTY.setLevel(Level.WARNING);
        System.exit(new CommandLine(new BenchCommand()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        if (list) {
            BENCHMARKS.forEach(known -> show("%-12s%s".formatted(known.name(), known.description())));
            return 0;
        }
        Benchmark chosen = chosen();
        Path root = Path.of(System.getProperty("sampark.home", "")).toAbsolutePath();
        try (var bench = new Bench(root)) {
            report(chosen, chosen.run(options, bench));
        }
        return 0;
    }

    private Benchmark chosen() {
        return BENCHMARKS.stream()
                .filter(known -> known.name().equals(name))
                .findAny()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "benchmark: %s (expected: one of %s)"
                                .formatted(
                                        name,
                                        BENCHMARKS.stream().map(Benchmark::name).toList())));
    }

    private void report(Benchmark benchmark, Measurement found) throws Exception {
        Machine machine = Machine.current();
        show("%n%s on %s".formatted(benchmark.name(), machine));
        found.figures()
                .forEach(figure -> show("  %-52s%,14.1f %s".formatted(figure.name(), figure.value(), figure.unit())));
        found.ratios()
                .forEach(ratio -> show("  %-52s%14.3f (goal %.2f: %s)"
                        .formatted(ratio.name(), ratio.value(), ratio.goal(), ratio.reached() ? "reached" : "missed")));
        if (json != null) {
            Files.writeString(json, json(benchmark, machine, found));
        }
    }

    private static String json(Benchmark benchmark, Machine machine, Measurement found) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("benchmark", benchmark.name());
        result.put("machine", machine);
        result.put("figures", found.figures());
        result.put(
                "ratios",
                found.ratios().stream()
                        .map(ratio -> Map.of("name", ratio.name(), "value", ratio.value(), "goal", ratio.goal()))
                        .toList());
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(result);
    }

    private void show(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
