package in.sampark.launcher;

import in.sampark.infrastructure.Child;
import in.sampark.infrastructure.ChildFailedException;
import in.sampark.infrastructure.Children;
import in.sampark.infrastructure.Settings;
import in.sampark.launcher.story.MeterStory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of the system, from the look whether it can be started to the stop of its last child. */
final class Run {

    private static final Logger log = LoggerFactory.getLogger(Run.class);

    private final Checkout checkout;
    private final Plan plan;
    private final Progress progress;
    private final Settings settings;
    private final Chronicle chronicle;
    private final AtomicBoolean stopping = new AtomicBoolean();

    Run(Checkout checkout, Plan plan, Progress progress) {
        this.checkout = checkout;
        this.plan = plan;
        this.progress = progress;
        this.chronicle = new Chronicle(checkout.state());
        this.settings = plan.settings(checkout.state());
    }

    RunOutcome play(RunOptions options) throws IOException {
        Path meters = options.meters().orElseGet(checkout::meters);
        Optional<String> obstacle = new Preflight(checkout, plan, settings).obstacle(options, meters);
        if (obstacle.isPresent()) {
            return new RunOutcome.CannotStart(obstacle.get());
        }
        if (options.fresh()) {
            checkout.clearState();
        }
        Children children = new Children(settings.pids());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(children), "stop"));
        RunOutcome outcome = playSafely(children, meters, options);
        return stop(children) ? outcome : new RunOutcome.Interrupted();
    }

    private RunOutcome playSafely(Children children, Path meters, RunOptions options) throws IOException {
        try {
            return play(children, meters, options);
        } catch (ChildFailedException e) {
            return new RunOutcome.Failed(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            log.error("The run failed", e);
            return new RunOutcome.Failed(e.toString());
        }
    }

    private RunOutcome play(Children children, Path meters, RunOptions options) throws IOException {
        LocalSystem local = new LocalSystem(checkout, plan, options.instances(), Map.of(), true, children, progress);
        Chronicle.Content content = chronicle.of(meters, options.days());
        RunningSystem system = content instanceof Chronicle.Content.Told(var result, Instant clock)
                ? local.start(meters, options.days(), Optional.of(clock))
                : local.start(meters, options.days());
        progress.say("the system is ready");
        CompletableFuture<RunOutcome> failure = children.firstEnded().thenApply(Run::failed);
        CompletableFuture<RunOutcome> story =
                CompletableFuture.supplyAsync(() -> tell(system, content, options), storyteller());
        RunOutcome outcome = either(story, failure);
        if (options.once() || outcome instanceof RunOutcome.Failed) {
            return outcome;
        }
        showAddresses(system);
        return failure.join();
    }

    private static RunOutcome either(CompletableFuture<RunOutcome> story, CompletableFuture<RunOutcome> failure) {
        try {
            return story.applyToEither(failure, outcome -> outcome).join();
        } catch (CompletionException e) {
            log.error("The story could not be told to its end", e.getCause());
            return new RunOutcome.Failed("the story could not be told to its end: " + e.getCause());
        }
    }

    /** A thread that does not keep this JVM from ending. */
    private static Executor storyteller() {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("story").daemon().factory());
    }

    private RunOutcome tell(RunningSystem system, Chronicle.Content content, RunOptions options) {
        try {
            StoryResult result = content instanceof Chronicle.Content.Told told ? again(told) : play(system);
            progress.show(result.screen());
            if (options.json().isPresent()) {
                Files.writeString(options.json().get(), result.json());
            }
            return result.right() ? new RunOutcome.Right() : new RunOutcome.Wrong();
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }

    private StoryResult again(Chronicle.Content.Told told) {
        progress.say("these data hold their story already, as it came out then; --fresh plays it again");
        return told.result();
    }

    private StoryResult play(RunningSystem system) throws Exception {
        chronicle.begin(system.meters(), system.days());
        StoryResult result = new MeterStory().play(system, progress);
        chronicle.finish(result, MeterStory.time(system));
        return result;
    }

    private void showAddresses(RunningSystem system) {
        StringBuilder addresses = new StringBuilder(System.lineSeparator());
        addresses.append("  inbox: what every phone received   %s/inbox%n".formatted(system.simulator()));
        system.instances().forEach((name, address) -> addresses.append("  %-35s%s%n".formatted(name, address)));
        addresses.append("  %-35s%s%n"
                .formatted("schema registry", system.infrastructure().registryUrl()));
        addresses.append(
                "  %-35s%s%n".formatted("Kafka", system.infrastructure().bootstrapServers()));
        addresses.append("  %-35s%s%n".formatted("logs", system.logs()));
        progress.show(addresses.toString());
        progress.say("up until Ctrl-C");
    }

    private static RunOutcome failed(Child child) {
        return new RunOutcome.Failed(
                String.valueOf(ChildFailedException.of(child.name(), "ended, so everything was stopped", child.log())
                        .getMessage()));
    }

    /** Whether this call, and not an earlier one, has begun to stop the children. Returns when all have ended. */
    private boolean stop(Children children) {
        boolean first = stopping.compareAndSet(false, true);
        if (first) {
            progress.say("stopping");
        }
        children.close();
        return first;
    }
}
