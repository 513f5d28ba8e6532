package in.sampark.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program started from a {@link Command}. Its output goes to its log. */
public final class ChildProcess implements Child {

    /**
     * Ctrl-C in a terminal interrupts the whole process group. Children ignore it and stop when they are told to, so
     * that they stop in order. An ignored signal stays ignored across {@code exec}, also by a JVM.
     */
    private static final List<String> UNINTERRUPTED = List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Command command;
    private final Process process;

    private ChildProcess(Command command, Process process) {
        this.command = command;
        this.process = process;
    }

    /** Starts the program; {@link #awaitReady} waits for it. */
    public static ChildProcess start(Command command) {
        return start(command, ProcessBuilder.Redirect.to(command.log().toFile()));
    }

    /** Starts the program after an end of its own; its log goes on. */
    public static ChildProcess startAgain(Command command) {
        return start(command, ProcessBuilder.Redirect.appendTo(command.log().toFile()));
    }

    private static ChildProcess start(Command command, ProcessBuilder.Redirect log) {
        List<String> line = new ArrayList<>(UNINTERRUPTED);
        line.addAll(command.line());
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(log);
        builder.environment().putAll(command.environment());
        try {
            Files.createDirectories(command.log().toAbsolutePath().getParent());
            return new ChildProcess(command, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(command.name() + " cannot be started", e);
        }
    }

    /**
     * Waits until the child is ready.
     *
     * @throws ChildFailedException when it ends instead, or takes longer than its command's patience
     */
    @Override
    public void awaitReady() {
        long start = System.nanoTime();
        while (!ready()) {
            if (endsWithin(BETWEEN_LOOKS)) {
                throw ChildFailedException.of(name(), "ended with status " + process.exitValue(), log());
            }
            if (System.nanoTime() - start > command.patience().toNanos()) {
                String what = "was not ready within " + command.patience().toSeconds() + " s";
                throw ChildFailedException.of(name(), what, log());
            }
        }
    }

    private boolean ready() {
        try {
            return process.isAlive() && command.readiness().reached();
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + name(), e);
        }
    }

    @Override
    public String name() {
        return command.name();
    }

    @Override
    public ProcessHandle process() {
        return process.toHandle();
    }

    @Override
    public Path log() {
        return command.log();
    }

    @Override
    public void stop() {
        try {
            if (!command.grace().isZero()) {
                process.destroy();
            }
            if (!process.waitFor(command.grace().toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
