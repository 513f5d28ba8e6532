package in.sampark.launcher;

import in.sampark.infrastructure.ChildProcess;
import in.sampark.infrastructure.Children;
import in.sampark.infrastructure.Command;
import in.sampark.infrastructure.Database;
import in.sampark.infrastructure.Infrastructure;
import in.sampark.infrastructure.Readiness;
import in.sampark.infrastructure.Secrets;
import in.sampark.infrastructure.Settings;
import in.sampark.infrastructure.Together;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Starts everything, each part in a JVM of its own, and waits until all are ready. */
public final class LocalSystem implements AutoCloseable {

    /** Small heaps: the whole system has to fit a laptop. */
    private static final List<String> PROGRAM_JVM = List.of(
            "-Xmx320m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    /** Writing a start cache takes seconds of both cores, for each program. */
    private static final Duration TIME_TO_LEARN = Duration.ofSeconds(90);

    private final Checkout checkout;
    private final Plan plan;
    private final Settings settings;
    private final boolean learning;
    private final Secrets secrets;
    private final Keys keys;
    private final Children children;
    private final Progress progress;
    private final Map<String, String> simulatorMore = new HashMap<>();
    private final Map<String, Command> commands = new HashMap<>();
    private final Map<String, ChildProcess> running = new ConcurrentHashMap<>();

    /**
     * A system that begins with nothing.
     *
     * @param root the checkout its programs were built in
     * @param state the folder for its data, which is emptied
     * @param environment ports, as {@code ./run} takes them
     */
    public static LocalSystem fresh(Path root, Path state, Map<String, String> environment, Progress progress) {
        Checkout checkout = new Checkout(root, state);
        Plan plan = Plan.of(environment);
        Settings settings = Settings.keptIn(
                state,
                plan.postgres().number(),
                plan.kafka().number(),
                plan.registry().number());
        try {
            checkout.clearState();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new LocalSystem(checkout, plan, settings, false, new Children(settings.pids()), progress);
    }

    /** @param learning whether programs without a start cache make one when they end, see {@link Programs#startCache} */
    LocalSystem(
            Checkout checkout, Plan plan, Settings settings, boolean learning, Children children, Progress progress) {
        this.learning = learning;
        this.checkout = checkout;
        this.plan = plan;
        this.settings = settings;
        this.secrets = new Secrets(settings.secrets());
        this.keys = new Keys(checkout.state().resolve("keys"));
        this.children = children;
        this.progress = progress;
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
        clock.ifPresent(time -> simulatorMore.put("SIMULATOR_CLOCK_START", time.toString()));
        progress.say("starting PostgreSQL, Kafka and the schema registry");
        Infrastructure infrastructure = Infrastructure.start(settings, children);
        progress.say("PostgreSQL, Kafka and the schema registry are ready");

        Map<String, Database> databases = new HashMap<>();
        Map<String, URI> addresses = new HashMap<>();
        for (Plan.Service service : plan.services()) {
            databases.put(service.module(), infrastructure.postgres().createDatabase(service.database()));
            addresses.put(service.module(), at(service.port()));
        }
        URI issuer = at(plan.identityProvider()).resolve("/" + RunningSystem.ISSUER);
        RunningSystem system = new RunningSystem(
                infrastructure,
                at(plan.simulator()),
                issuer,
                addresses,
                databases,
                settings.logs(),
                meters,
                days,
                meters.equals(checkout.meters()));
        startPrograms(system);
        return system;
    }

    /** Stops one program and leaves the others alone. @param module e.g. {@code meter-service} */
    public void stop(String module) {
        require(running, module).stop();
    }

    /** Starts a stopped program again and waits until it is ready. */
    public void startAgain(String module) {
        start(require(commands, module));
    }

    /** Stops everything. */
    @Override
    public void close() {
        children.close();
    }

    private static <V> V require(Map<String, V> all, String module) {
        V value = all.get(module);
        if (value == null) {
            throw new IllegalArgumentException("program: %s (expected: one of %s)".formatted(module, all.keySet()));
        }
        return value;
    }

    private void plan(String module, Port port, Map<String, String> environment) {
        commands.put(module, command(module, at(port)).withEnvironment(environment));
    }

    private void startPrograms(RunningSystem system) throws IOException {
        children.nextTier();
        plan(RunningSystem.SIMULATOR, plan.simulator(), simulatorEnvironment(system));
        for (Plan.Service service : plan.services()) {
            plan(service.module(), service.port(), serviceEnvironment(system, service));
        }
        if (commands.values().stream().anyMatch(command -> command.grace().equals(TIME_TO_LEARN))) {
            progress.say("first run of this build: it starts and stops slower, and makes the next start faster");
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> starts = commands.values().stream()
                    .map(command -> CompletableFuture.runAsync(() -> start(command), threads))
                    .toList();
            awaitAll(starts);
        }
    }

    private void awaitAll(List<CompletableFuture<Void>> starts) {
        try {
            Together.await(starts);
        } catch (RuntimeException e) {
            children.close();
            throw e;
        }
    }

    private void start(Command command) {
        ChildProcess child = children.start(() -> ChildProcess.start(command));
        running.put(command.name(), child);
        child.awaitReady();
        progress.say(command.name() + " is ready");
    }

    private Command command(String module, URI address) {
        String jar = checkout.programs().runnable(module).toString();
        Path cache = checkout.programs().startCache(module);
        boolean learns = learning && Files.notExists(cache);
        List<String> arguments = new ArrayList<>(PROGRAM_JVM);
        if (Files.exists(cache)) {
            arguments.add("-XX:AOTCache=" + cache);
        } else if (learns) {
            arguments.add("-XX:AOTCacheOutput=" + cache);
        }
        arguments.addAll(List.of("-jar", jar));
        Readiness readiness = Readiness.answering(address.resolve("/actuator/health/readiness"));
        Command command = Command.java(module, arguments, settings.log(module), readiness);
        return learns ? command.withGrace(TIME_TO_LEARN) : command;
    }

    private Map<String, String> simulatorEnvironment(RunningSystem system) {
        Map<String, String> environment = commonEnvironment(system, plan.simulator());
        environment.put(
                "SAMPARK_IDP_PORT", Integer.toString(plan.identityProvider().number()));
        environment.putAll(simulatorMore);
        environment.put("SIMULATOR_FEED_FILE", system.meters().toString());
        environment.put("SIMULATOR_FEED_DAYS", system.days());
        environment.put("SIMULATOR_FEED_DISCOM", "DVVNL");
        environment.put(
                "SIMULATOR_RECEIPT_URL",
                system.service("notification-service")
                        .resolve("/webhooks/sms/simulator/receipts")
                        .toString());
        environment.put("SIMULATOR_RECEIPT_SECRET", secrets.password("sms-receipts"));
        environment.put("SIMULATOR_API_KEY", secrets.password("sms-api-key"));
        return environment;
    }

    private Map<String, String> serviceEnvironment(RunningSystem system, Plan.Service service) throws IOException {
        Map<String, String> environment = commonEnvironment(system, service.port());
        Database database = system.database(service.module());
        environment.put("SAMPARK_DATABASE_HOST", database.host());
        environment.put("SAMPARK_DATABASE_PORT", Integer.toString(database.port()));
        environment.put("SAMPARK_DATABASE_NAME", database.name());
        environment.put("SAMPARK_DATABASE_USER", database.user());
        environment.put("SAMPARK_DATABASE_PASSWORD", database.password());
        environment.put(
                "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI",
                system.issuer().toString());
        environment.put(
                "SAMPARK_STORY_CLOCK_URL", system.simulator().resolve("/clock").toString());
        keys.of(service.module(), service.keysets())
                .forEach((keyset, file) -> environment.put(keyset.variable(), "file:" + file));
        environment.put(
                "SAMPARK_SMS_URL", system.simulator().resolve("/sms/messages").toString());
        environment.put("SAMPARK_SMS_API_KEY", secrets.password("sms-api-key"));
        environment.put("SAMPARK_SMS_WEBHOOK_SECRET", secrets.password("sms-receipts"));
        return environment;
    }

    private Map<String, String> commonEnvironment(RunningSystem system, Port port) {
        Map<String, String> environment = new HashMap<>();
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("SERVER_PORT", Integer.toString(port.number()));
        environment.put("SPRING_PROFILES_ACTIVE", "local");
        environment.put(
                "SPRING_KAFKA_BOOTSTRAP_SERVERS", system.infrastructure().bootstrapServers());
        environment.put("SAMPARK_REGISTRY_URL", system.infrastructure().registryUrl());
        return environment;
    }

    private static URI at(Port port) {
        return URI.create("http://127.0.0.1:" + port.number());
    }
}
