package in.sampark.launcher;

import in.sampark.platform.crypto.Keysets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The keys of this installation, made once, in files only their owner can read. Each service has keys of its own; the
 * sealing pair is shared between those who seal and the one who opens, that of consumers' tokens between who signs and who knows them.
 */
final class Keys {

    private final Path folder;

    Keys(Path folder) {
        this.folder = folder;
    }

    /** The files holding a service's keysets. */
    Map<Keyset, Path> of(String service, Set<Keyset> keysets) throws IOException {
        Map<Keyset, Path> files = new EnumMap<>(Keyset.class);
        for (Keyset keyset : keysets) {
            files.put(keyset, file(service, keyset));
        }
        return files;
    }

    private Path file(String service, Keyset keyset) throws IOException {
        return switch (keyset) {
            case SEALING_PUBLIC, SEALING_PRIVATE ->
                ofPair(keyset, Keyset.SEALING_PUBLIC, Keyset.SEALING_PRIVATE, Keysets::newSealingPair);
            case TOKEN_PUBLIC, TOKEN_PRIVATE ->
                ofPair(keyset, Keyset.TOKEN_PUBLIC, Keyset.TOKEN_PRIVATE, Keysets::newTokenPair);
            case FIELD -> own(service, keyset, Keysets.newFieldKeyset());
            case HASH, OTP -> own(service, keyset, Keysets.newHashKeyset());
        };
    }

    private Path ofPair(Keyset keyset, Keyset publicHalf, Keyset privateHalf, Supplier<Keysets.Pair> fresh)
            throws IOException {
        Path privateFile = folder.resolve(privateHalf.fileName());
        if (Files.notExists(privateFile)) {
            Keysets.Pair pair = fresh.get();
            write(folder.resolve(publicHalf.fileName()), pair.publicKeyset());
            write(privateFile, pair.privateKeyset());
        }
        return folder.resolve(keyset.fileName());
    }

    private Path own(String service, Keyset keyset, String fresh) throws IOException {
        Path file = folder.resolve(service).resolve(keyset.fileName());
        if (Files.notExists(file)) {
            write(file, fresh);
        }
        return file;
    }

    private static void write(Path file, String keyset) throws IOException {
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, keyset);
    }
}
