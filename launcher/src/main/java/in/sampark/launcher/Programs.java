package in.sampark.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;

/**
 * The programs that the modules' builds have made. They are run unpacked, once for each build: from plain jars a JVM
 * starts faster than from jars within a jar.
 */
final class Programs {

    private final Path root;
    private final Path unpacked;

    /**
     * @param root the checkout
     * @param unpacked where programs are unpacked to
     */
    Programs(Path root, Path unpacked) {
        this.root = root;
        this.unpacked = unpacked;
    }

    /** The module's program as it was built, if it has been built. */
    Optional<Path> built(String module) {
        Path target = root.resolve(module).resolve("target");
        if (!Files.isDirectory(target)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, module + "-*-app.jar")) {
            for (Path jar : jars) {
                return Optional.of(jar);
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A jar to run the module from, with its libraries beside it. */
    Path runnable(String module) {
        Path jar = built(module).orElseThrow(() -> new IllegalStateException(module + " has not been built"));
        Path folder = unpacked.resolve(module);
        Path runnable = folder.resolve(jar.getFileName());
        try {
            if (!ofSameBuild(runnable, jar)) {
                unpack(jar, folder);
            }
            return runnable;
        } catch (IOException e) {
            throw new UncheckedIOException(module + " cannot be unpacked", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while unpacking " + module, e);
        }
    }

    /**
     * Where a JVM keeps the module's classes as it had them loaded and linked (JEP 514), for the next start to take them over. It
     * goes with the build it was made of.
     */
    Path startCache(String module) {
        return unpacked.resolve(module).resolve("start.aot");
    }

    private static boolean ofSameBuild(Path runnable, Path jar) throws IOException {
        return Files.exists(runnable) && Files.getLastModifiedTime(runnable).equals(Files.getLastModifiedTime(jar));
    }

    /** Spring Boot's own tool unpacks; the result takes its place only when it is whole. */
    private static void unpack(Path jar, Path folder) throws IOException, InterruptedException {
        Path growing = folder.resolveSibling(folder.getFileName() + ".new");
        FileSystemUtils.deleteRecursively(growing);
        Files.createDirectories(growing.getParent());
        Process tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        growing.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (tool.waitFor() != 0) {
            throw new IOException("unpacking " + jar + " ended with status " + tool.exitValue());
        }
        Files.setLastModifiedTime(growing.resolve(jar.getFileName()), Files.getLastModifiedTime(jar));
        FileSystemUtils.deleteRecursively(folder);
        Files.move(growing, folder, StandardCopyOption.ATOMIC_MOVE);
    }
}
