package in.sampark.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** Generated passwords, each in a file that only its owner can read. */
public final class Secrets {

    private static final int BYTES = 24;

    private final SecureRandom random = new SecureRandom();
    private final Path folder;

    public Secrets(Path folder) {
        this.folder = folder;
    }

    /** The password of that name, the same as long as its file lives; letters, digits, minus and underscore. */
    public String password(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file holding the password of that name, made when there is none. */
    Path file(String name) throws IOException {
        Path file = folder.resolve(name);
        if (Files.notExists(file)) {
            Files.createDirectories(folder);
            byte[] bytes = new byte[BYTES];
            random.nextBytes(bytes);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, Base64.getUrlEncoder().encodeToString(bytes));
        }
        return file;
    }
}
