package in.sampark.meter.yaml;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** All files of rules at a place. */
public final class YamlFiles {

    private YamlFiles() {}

    /**
     * Reads them.
     *
     * @param what they are called, e.g. {@code tariff files}
     * @param pattern e.g. {@code classpath:tariffs/*.yml} or {@code file:/etc/sampark/tariffs/*.yml}
     * @param read what a file says, by its name and its text
     * @throws InvalidFileException when one of them cannot be used, or there is none
     */
    public static <T> List<T> read(String what, String pattern, BiFunction<String, Reader, T> read) {
        List<T> files = new ArrayList<>();
        try {
            for (Resource resource : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                files.add(read(resource, read));
            }
        } catch (IOException e) {
            throw new InvalidFileException(what + ": " + pattern + " (expected: readable files): " + e.getMessage());
        }
        if (files.isEmpty()) {
            throw new InvalidFileException(what + ": none at " + pattern + " (expected: at least one)");
        }
        return files;
    }

    private static <T> T read(Resource file, BiFunction<String, Reader, T> read) throws IOException {
        try (Reader text = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            return read.apply(String.valueOf(file.getFilename()), text);
        }
    }
}
