package in.sampark.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.springframework.util.FileSystemUtils;

/**
 * The programs that the modules' builds have made. They are run unpacked, once for each build: from plain jars a JVM
 * starts faster than from jars within a jar.
 */
final class Programs {

    private static final String BUILD = "build";

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
            String build = buildOf(jar);
            if (!ofSameBuild(folder, build)) {
                unpack(jar, folder, build);
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
     * goes with the build it was made of, and with the options of the JVM that made it.
     */
    Path startCache(String module, List<String> options) {
        return unpacked.resolve(module).resolve("start-%08x.aot".formatted(options.hashCode()));
    }

    private static boolean ofSameBuild(Path folder, String build) throws IOException {
        Path noted = folder.resolve(BUILD);
        return Files.exists(noted) && Files.readString(noted).equals(build);
    }

    /** Tells builds apart by what their jars hold. Time and name do not: builds are made to be reproducible, and have always the same. */
    static String buildOf(Path jar) throws IOException {
        try (ZipFile content = new ZipFile(jar.toFile())) {
            String entries = content.stream()
                    .map(entry -> entry.getName() + " " + entry.getCrc())
                    .sorted()
                    .collect(Collectors.joining("\n"));
            MessageDigest sum = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sum.digest(entries.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Spring Boot's own tool unpacks; the result takes its place only when it is whole. */
    private static void unpack(Path jar, Path folder, String build) throws IOException, InterruptedException {
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
        Files.writeString(growing.resolve(BUILD), build);
        FileSystemUtils.deleteRecursively(folder);
        Files.move(growing, folder, StandardCopyOption.ATOMIC_MOVE);
    }
}
