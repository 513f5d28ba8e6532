package in.sampark.launcher;

import in.sampark.infrastructure.Children;
import in.sampark.infrastructure.Database;
import in.sampark.infrastructure.Infrastructure;
import in.sampark.infrastructure.Ports;
import in.sampark.infrastructure.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts everything, each part in a JVM of its own, and waits until all are ready. */
public final class LocalSystem implements AutoCloseable {

    private final Checkout checkout;
    private final Plan plan;
    private final Instances instances;
    private final Settings settings;
    private final Environments environments;
    private final Children children;
    private final Progress progress;
    private final ProgramChildren programs;

    /**
     * A system that begins with nothing.
     *
     * @param root the checkout its programs were built in
     * @param state the folder for its data, which is emptied
     * @param environment ports as {@code ./run} takes them, and what else every program shall find in its environment
     * @param instances as {@code ./run} takes them, e.g. {@code meter=2}; empty for one of each
     */
    public static LocalSystem fresh(
            Path root, Path state, Map<String, String> environment, String instances, Progress progress) {
        Checkout checkout = new Checkout(root, state);
        Plan plan = Plan.of(environment);
        try {
            checkout.clearState();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Instances wanted = instances.isEmpty() ? Instances.ONE : Instances.parse(instances, plan.modules());
        Children children = new Children(plan.settings(state).pids());
        return new LocalSystem(checkout, plan, wanted, environment, false, children, progress);
    }

    /**
     * @param environment what every program shall find in its environment
     * @param learning whether programs without a start cache make one when they end, see {@link Programs#startCache}
     */
    LocalSystem(
            Checkout checkout,
            Plan plan,
            Instances instances,
            Map<String, String> environment,
            boolean learning,
            Children children,
            Progress progress) {
        this.checkout = checkout;
        this.plan = plan;
        this.instances = instances;
        this.settings = plan.settings(checkout.state());
        this.environments = new Environments(plan, settings, environment, Ports.free());
        this.children = children;
        this.progress = progress;
        this.programs =
                new ProgramChildren(children, new ProgramCommands(checkout.programs(), settings, learning), progress);
    }

    /**
     * Starts the system to be fed from the file.
     *
     * @param days how many of the file's calendar days: a number or {@code all}
     */
    public RunningSystem start(Path meters, String days) throws IOException {
        return start(meters, days, Optional.empty());
    }

    /** @param clock where the story's time goes on; empty for its beginning */
    RunningSystem start(Path meters, String days, Optional<Instant> clock) throws IOException {
        progress.say("starting PostgreSQL, Kafka and the schema registry");
        Infrastructure infrastructure = Infrastructure.start(settings, children);
        progress.say("PostgreSQL, Kafka and the schema registry are ready");
        Map<Plan.Service, List<Program>> services = services();
        Map<String, Database> databases = new HashMap<>();
        for (Plan.Service service : plan.services()) {
            databases.put(service.module(), infrastructure.postgres().createDatabase(service.database()));
        }
        RunningSystem system = new RunningSystem(
                infrastructure,
                plan.simulator().address(),
                plan.identityProvider().address().resolve("/" + RunningSystem.ISSUER),
                addresses(services.values()),
                databases,
                settings.logs(),
                meters,
                days,
                meters.equals(checkout.meters()));
        plan(system, services, clock);
        programs.startAll();
        return system;
    }

    /** A service's first instance listens on the planned port, the others on free ones. */
    private Map<Plan.Service, List<Program>> services() {
        Map<Plan.Service, List<Program>> services = new LinkedHashMap<>();
        plan.services()
                .forEach(service -> services.put(
                        service,
                        instances.names(service.module()).stream()
                                .map(name -> new Program(
                                        name,
                                        service.module(),
                                        name.equals(service.module())
                                                ? service.port().number()
                                                : Ports.free()))
                                .toList()));
        return services;
    }

    private static Map<String, URI> addresses(Collection<List<Program>> services) {
        Map<String, URI> addresses = new LinkedHashMap<>();
        services.stream().flatMap(List::stream).forEach(program -> addresses.put(program.name(), program.address()));
        return addresses;
    }

    private void plan(RunningSystem system, Map<Plan.Service, List<Program>> services, Optional<Instant> clock)
            throws IOException {
        Map<String, String> simulator = environments.simulator(system);
        clock.ifPresent(time -> simulator.put("SIMULATOR_CLOCK_START", time.toString()));
        String module = RunningSystem.SIMULATOR;
        programs.plan(new Program(module, module, plan.simulator().number()), simulator);
        for (var service : services.entrySet()) {
            for (Program program : service.getValue()) {
                programs.plan(program, environments.service(system, service.getKey(), program));
            }
        }
    }

    /** Stops one program and leaves the others alone. @param name e.g. {@code meter-service} or {@code meter-service-2} */
    public void stop(String name) {
        programs.stop(name);
    }

    /** Kills one program without a warning and leaves the others alone. */
    public void kill(String name) {
        programs.kill(name);
    }

    /** Starts a program again that has ended, and waits until it is ready. */
    public void startAgain(String name) {
        programs.startAgain(name);
    }

    /** Stops everything. */
    @Override
    public void close() {
        children.close();
    }
}
