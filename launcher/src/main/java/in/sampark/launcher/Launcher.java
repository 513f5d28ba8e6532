package in.sampark.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command behind {@code ./run}. */
@Command(
        name = "./run",
        sortOptions = false,
        description = "Runs Sampark on this machine, plays its story on real meter data, and stays up until Ctrl-C.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:the story came out right (with --once)",
            "1:the story came out wrong, or a part of the system failed",
            "2:the system cannot be started"
        })
final class Launcher implements Callable<Integer> {

    private static final int CANNOT_START = 2;
    private static final int INTERRUPTED = 130;
    private static final String DAYS = "all|[1-9]\\d{0,5}";

    @Option(names = "--once", description = "End after the story.")
    private boolean once;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the story's result to a file.")
    private @Nullable Path json;

    @Option(names = "--fresh", description = "Start from empty data.")
    private boolean fresh;

    @Option(names = "--meters", paramLabel = "FILE", description = "Take other meter data of the same shape.")
    private @Nullable Path meters;

    @Option(
            names = "--days",
            paramLabel = "N|all",
            defaultValue = "92",
            description = "Take the first N calendar days of the data (default: ${DEFAULT-VALUE}).")
    private String days = "92";

    @Option(
            names = "--instances",
            paramLabel = "SERVICE=N,...",
            description = "Run services more than once, e.g. meter=2,notification=2. They share the work.")
    private @Nullable String instances;

    @Mixin
    private final HelpOption help = new HelpOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Launcher()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        long start = System.nanoTime();
        if (!days.matches(DAYS)) {
            throw new ParameterException(spec.commandLine(), "--days: %s (expected: a number or all)".formatted(days));
        }
        Checkout checkout = Checkout.current();
        Optional<RunLock> lock = RunLock.on(checkout.state());
        if (lock.isEmpty()) {
            return cannotStart("another ./run of this checkout is running");
        }
        try (RunLock held = lock.get()) {
            Progress progress = new Progress(spec.commandLine().getOut(), start);
            return run(Plan.of(System.getenv()), checkout, progress);
        } catch (Plan.InvalidPortException | Instances.InvalidInstancesException e) {
            return cannotStart(String.valueOf(e.getMessage()));
        }
    }

    private int run(Plan plan, Checkout checkout, Progress progress) throws IOException {
        RunOptions options = new RunOptions(
                Optional.ofNullable(meters).map(Path::toAbsolutePath),
                days,
                Optional.ofNullable(json).map(Path::toAbsolutePath),
                fresh,
                once,
                instances == null ? Instances.ONE : Instances.parse(instances, plan.modules()));
        return switch (new Run(checkout, plan, progress).play(options)) {
            case RunOutcome.Right() -> 0;
            case RunOutcome.Wrong() -> 1;
            case RunOutcome.Failed(String why) -> {
                say(why);
                yield 1;
            }
            case RunOutcome.Interrupted() -> INTERRUPTED;
            case RunOutcome.CannotStart(String obstacle) -> cannotStart(obstacle);
        };
    }

    private int cannotStart(String obstacle) {
        say("Cannot start: " + obstacle);
        return CANNOT_START;
    }

    private void say(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
    }
}
