package in.sampark.launcher;

import in.sampark.infrastructure.Command;
import in.sampark.infrastructure.Readiness;
import in.sampark.infrastructure.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How the programs of the checkout are run. */
final class ProgramCommands {

    /** Small heaps: the whole system has to fit a laptop. */
    private static final List<String> HEAP = List.of("-Xmx448m");

    /** The simulator keeps every message: what outlives one collection of the young stays, and is copied once. */
    private static final List<String> HEAP_OF_SIMULATOR = List.of("-Xmx1536m", "-XX:MaxTenuringThreshold=0");

    private static final List<String> JVM = List.of(
            "-Xss512k",
            "-XX:+UseSerialGC",
            // Half of the heap is for the young: what a batch leaves is dead before it would be taken for old.
            "-XX:NewRatio=1",
            "-XX:+UseCompactObjectHeaders",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    /** Writing a start cache takes seconds of both cores, for each program. */
    private static final Duration TIME_TO_LEARN = Duration.ofSeconds(90);

    private final Programs programs;
    private final Settings settings;
    private final boolean learning;

    /** @param learning whether programs without a start cache make one when they end, see {@link Programs#startCache} */
    ProgramCommands(Programs programs, Settings settings, boolean learning) {
        this.programs = programs;
        this.settings = settings;
        this.learning = learning;
    }

    Command of(Program program, Map<String, String> environment) {
        String jar = programs.runnable(program.module()).toString();
        List<String> arguments = new ArrayList<>(JVM);
        arguments.addAll(program.module().equals(RunningSystem.SIMULATOR) ? HEAP_OF_SIMULATOR : HEAP);
        Path cache = programs.startCache(program.module(), arguments);
        boolean learns = learns(program, cache);
        if (Files.exists(cache)) {
            arguments.add("-XX:AOTCache=" + cache);
        } else if (learns) {
            arguments.add("-XX:AOTCacheOutput=" + cache);
        }
        arguments.addAll(List.of("-jar", jar));
        Readiness readiness = Readiness.answering(program.address().resolve("/actuator/health/readiness"));
        Command command = Command.java(program.name(), arguments, settings.log(program.name()), readiness)
                .withEnvironment(environment);
        return learns ? command.withGrace(TIME_TO_LEARN) : command;
    }

    /** Of several instances one is enough, and two would write the same file. */
    private boolean learns(Program program, Path cache) {
        return learning && program.isFirst() && Files.notExists(cache);
    }

    /** Whether the command makes a start cache when it ends. */
    static boolean learns(Command command) {
        return command.grace().equals(TIME_TO_LEARN);
    }
}
