package in.sampark.launcher;

import in.sampark.infrastructure.Child;
import in.sampark.infrastructure.ChildProcess;
import in.sampark.infrastructure.Children;
import in.sampark.infrastructure.Command;
import in.sampark.infrastructure.Together;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The programs of a system, by name, from their start to their end. */
final class ProgramChildren {

    private final Children children;
    private final ProgramCommands programCommands;
    private final Progress progress;
    private final Map<String, Command> commands = new LinkedHashMap<>();
    private final Map<String, ChildProcess> running = new ConcurrentHashMap<>();

    ProgramChildren(Children children, ProgramCommands programCommands, Progress progress) {
        this.children = children;
        this.programCommands = programCommands;
        this.progress = progress;
    }

    void plan(Program program, Map<String, String> environment) {
        commands.put(program.name(), programCommands.of(program, environment));
    }

    /** Starts all that are planned, at the same time, and waits until they are ready. */
    void startAll() {
        children.nextTier();
        if (commands.values().stream().anyMatch(ProgramCommands::learns)) {
            progress.say("first run of this build: it starts and stops slower, and makes the next start faster");
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Together.await(commands.values().stream()
                    .map(command -> CompletableFuture.runAsync(
                            () -> awaitReady(children.start(() -> ChildProcess.start(command))), threads))
                    .toList());
        } catch (RuntimeException e) {
            children.close();
            throw e;
        }
    }

    void stop(String name) {
        children.end(require(running, name), Child::stop);
    }

    void kill(String name) {
        children.end(require(running, name), Child::kill);
    }

    void startAgain(String name) {
        Command command = require(commands, name);
        awaitReady(children.startAgain(require(running, name), () -> ChildProcess.startAgain(command)));
    }

    private void awaitReady(ChildProcess program) {
        running.put(program.name(), program);
        program.awaitReady();
        progress.say(program.name() + " is ready");
    }

    private static <V> V require(Map<String, V> all, String name) {
        V value = all.get(name);
        if (value == null) {
            throw new IllegalArgumentException("program: %s (expected: one of %s)".formatted(name, all.keySet()));
        }
        return value;
    }
}
