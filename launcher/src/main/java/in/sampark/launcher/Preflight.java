package in.sampark.launcher;

import in.sampark.infrastructure.Infrastructure;
import in.sampark.infrastructure.Leftover;
import in.sampark.infrastructure.Ports;
import in.sampark.infrastructure.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks whether a start can succeed before anything is started. */
final class Preflight {

    private final Checkout checkout;
    private final Plan plan;
    private final Settings settings;

    Preflight(Checkout checkout, Plan plan, Settings settings) {
        this.checkout = checkout;
        this.plan = plan;
        this.settings = settings;
    }

    /** The first thing in the way, in one line that says what to do about it. */
    Optional<String> obstacle(RunOptions options, Path meters) {
        return Stream.<Supplier<Optional<String>>>of(
                        () -> unreadable(meters),
                        () -> unwritable(options),
                        this::notBuilt,
                        this::samePort,
                        this::leftovers,
                        this::takenPorts,
                        () -> options.fresh() ? Optional.empty() : otherStory(options, meters))
                .flatMap(look -> look.get().stream())
                .findFirst();
    }

    private static Optional<String> unwritable(RunOptions options) {
        return options.json()
                .filter(file -> Files.isDirectory(file) || !Files.isDirectory(file.resolveSibling(".")))
                .map(file -> "the result cannot be written: " + file + " (choose a file with --json)");
    }

    private Optional<String> samePort() {
        return plan.ports().stream()
                .flatMap(port -> plan.ports().stream()
                        .filter(other -> other != port && other.number() == port.number())
                        .map(other -> "two programs on one port: port " + port + " and port " + other))
                .findFirst();
    }

    private Optional<String> otherStory(RunOptions options, Path meters) {
        return switch (new Chronicle(checkout.state()).of(meters, options.days())) {
            case Chronicle.Content.Nothing() -> Optional.empty();
            case Chronicle.Content.Told told -> Optional.empty();
            case Chronicle.Content.Unfinished() ->
                Optional.of("the data are those of a story that was cut off; start from empty data with --fresh");
            case Chronicle.Content.Another(String days) ->
                Optional.of("the data are those of another story (--days %s); start from empty data with --fresh"
                        .formatted(days));
        };
    }

    private static Optional<String> unreadable(Path meters) {
        return Files.isRegularFile(meters) && Files.isReadable(meters)
                ? Optional.empty()
                : Optional.of("the meter data cannot be read: " + meters + " (choose a file with --meters)");
    }

    private Optional<String> notBuilt() {
        return Stream.concat(
                        Stream.of(RunningSystem.SIMULATOR),
                        plan.services().stream().map(Plan.Service::module))
                .filter(module -> checkout.programs().built(module).isEmpty())
                .findFirst()
                .map(module -> module + " has not been built (./run builds what it needs)");
    }

    private Optional<String> leftovers() {
        List<Leftover> left = Infrastructure.leftovers(settings);
        if (left.isEmpty()) {
            return Optional.empty();
        }
        String names = left.stream().map(Leftover::toString).collect(Collectors.joining(", "));
        String pids = left.stream().map(one -> Long.toString(one.pid())).collect(Collectors.joining(" "));
        return Optional.of("left over from an earlier run: %s; end them with: kill %s".formatted(names, pids));
    }

    private Optional<String> takenPorts() {
        List<Port> taken = plan.ports().stream()
                .filter(port -> !Ports.isFree(port.number()))
                .toList();
        return taken.isEmpty()
                ? Optional.empty()
                : Optional.of("already taken by another program: port "
                        + taken.stream().map(Port::toString).collect(Collectors.joining(", port ")));
    }
}
