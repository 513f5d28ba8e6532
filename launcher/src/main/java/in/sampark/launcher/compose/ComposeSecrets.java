package in.sampark.launcher.compose;

import in.sampark.platform.crypto.Keysets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Puts every password and key that {@code docker-compose.yml} demands into {@code .env} beside it, in a file only its owner can
 * read. What is there stays.
 */
public final class ComposeSecrets {

    /** A value without which containers are not started: {@code ${NAME:?what to do}}. */
    private static final Pattern DEMANDED = Pattern.compile("\\$\\{([A-Z_]+):\\?");

    private static final Pattern GIVEN = Pattern.compile("^([A-Z_]+)=", Pattern.MULTILINE);
    private static final String PUBLIC = "_PUBLIC";
    private static final String PRIVATE = "_PRIVATE";

    /** Key pairs by what the names of their halves begin with. */
    private static final Map<String, Supplier<Keysets.Pair>> PAIRS =
            Map.of("SEALING", Keysets::newSealingPair, "TOKEN", Keysets::newTokenPair);

    /** No secret: where messages are handed over, until a real gateway takes its place. */
    private static final Map<String, String> USUAL = Map.of("SMS_URL", "http://simulator:8080/sms/messages");

    private static final int PASSWORD_BYTES = 24;

    private final SecureRandom random = new SecureRandom();
    private final Path folder;

    /** @param folder where {@code docker-compose.yml} is */
    ComposeSecrets(Path folder) {
        this.folder = folder;
    }

    /** Takes the folder of {@code docker-compose.yml}. */
    public static void main(String[] arguments) throws IOException {
        new ComposeSecrets(Path.of(arguments[0])).complete();
    }

    /** Adds what is missing. */
    void complete() throws IOException {
        Path file = folder.resolve(".env");
        if (Files.notExists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        var missing = names(DEMANDED, Files.readString(folder.resolve("docker-compose.yml")));
        missing.removeAll(names(GIVEN, Files.readString(file)));
        Files.write(file, lines(missing), StandardOpenOption.APPEND);
    }

    private List<String> lines(TreeSet<String> names) {
        Map<String, String> halves = new HashMap<>();
        PAIRS.forEach((pair, fresh) -> halves.putAll(halves(pair, fresh, names)));
        return names.stream()
                .map(name -> "%s='%s'".formatted(name, halves.getOrDefault(name, value(name))))
                .toList();
    }

    private static Map<String, String> halves(String pair, Supplier<Keysets.Pair> fresh, TreeSet<String> names) {
        if (names.contains(pair + PUBLIC) != names.contains(pair + PRIVATE)) {
            throw new IllegalStateException(".env: one of %s and %s (expected: both, or none to have a new pair made)"
                    .formatted(pair + PUBLIC, pair + PRIVATE));
        }
        Keysets.Pair made = fresh.get();
        return Map.of(pair + PUBLIC, oneLine(made.publicKeyset()), pair + PRIVATE, oneLine(made.privateKeyset()));
    }

    private String value(String name) {
        if (USUAL.containsKey(name)) {
            return USUAL.get(name);
        }
        return switch (name.substring(name.lastIndexOf('_') + 1)) {
            case "FIELD" -> oneLine(Keysets.newFieldKeyset());
            case "HASH", "OTP" -> oneLine(Keysets.newHashKeyset());
            default -> password();
        };
    }

    /** Letters, digits, minus and underscore. */
    private String password() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    private static String oneLine(String keyset) {
        return keyset.replaceAll("\\s", "");
    }

    private static TreeSet<String> names(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.results()
                .map((MatchResult result) -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
