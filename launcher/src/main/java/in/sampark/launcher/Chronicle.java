package in.sampark.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Properties;

/** What the data in the state folder tell of: a story is played into them once, and shown again as often as one likes. */
final class Chronicle {

    /** What the data hold. */
    sealed interface Content {
        /** No story yet. */
        record Nothing() implements Content {}

        /** A story that was cut off. */
        record Unfinished() implements Content {}

        /** The story of other meter data, or of another number of days. */
        record Another(String days) implements Content {}

        /** The story asked for. @param clock the story's time now: it has gone on as the real one has */
        record Told(StoryResult result, Instant clock) implements Content {}
    }

    private static final String METERS = "meters";
    private static final String DAYS = "days";
    private static final String RIGHT = "right";
    private static final String STORY_TIME = "story-time";
    private static final String REAL_TIME = "real-time";

    private final Path folder;

    Chronicle(Path state) {
        this.folder = state.resolve("story");
    }

    Content of(Path meters, String days) {
        if (!Files.exists(entry())) {
            return new Content.Nothing();
        }
        Properties entry = read();
        if (!days.equals(entry.getProperty(DAYS)) || !fingerprint(meters).equals(entry.getProperty(METERS))) {
            return new Content.Another(entry.getProperty(DAYS, "?"));
        }
        return entry.containsKey(RIGHT) ? told(entry) : new Content.Unfinished();
    }

    void begin(Path meters, String days) {
        Properties entry = new Properties();
        entry.setProperty(METERS, fingerprint(meters));
        entry.setProperty(DAYS, days);
        write(entry);
    }

    /** @param clock the story's time at its end */
    void finish(StoryResult result, Instant clock) {
        Properties entry = read();
        entry.setProperty(RIGHT, Boolean.toString(result.right()));
        entry.setProperty(STORY_TIME, clock.toString());
        entry.setProperty(REAL_TIME, Instant.now().toString());
        try {
            Files.writeString(screen(), result.screen());
            Files.writeString(json(), result.json());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        write(entry);
    }

    private Content told(Properties entry) {
        Instant since = Instant.parse(entry.getProperty(REAL_TIME));
        Instant clock = Instant.parse(entry.getProperty(STORY_TIME)).plus(Duration.between(since, Instant.now()));
        try {
            return new Content.Told(
                    new StoryResult(
                            Boolean.parseBoolean(entry.getProperty(RIGHT)),
                            Files.readString(screen()),
                            Files.readString(json())),
                    clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path entry() {
        return folder.resolve("entry.properties");
    }

    private Path screen() {
        return folder.resolve("screen.txt");
    }

    private Path json() {
        return folder.resolve("result.json");
    }

    private Properties read() {
        Properties entry = new Properties();
        try (InputStream in = Files.newInputStream(entry())) {
            entry.load(in);
            return entry;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Properties entry) {
        try {
            Files.createDirectories(folder);
            try (OutputStream out = Files.newOutputStream(entry())) {
                entry.store(out, "What was played into the data beside this");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fingerprint(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
