package in.sampark.meter.tariff;

import in.sampark.meter.tariff.domain.Tariffs;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** All tariff files of a place. */
public final class TariffFiles {

    private TariffFiles() {}

    /**
     * Reads them.
     *
     * @param pattern e.g. {@code classpath:tariffs/*.yml} or {@code file:/etc/sampark/tariffs/*.yml}
     * @throws InvalidTariffException when one of them is not a tariff, or there is none
     */
    public static Tariffs read(String pattern) {
        Map<String, TariffFile> files = new LinkedHashMap<>();
        try {
            for (Resource resource : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                add(files, read(resource));
            }
        } catch (IOException e) {
            throw new InvalidTariffException(
                    "tariff files: " + pattern + " (expected: readable files): " + e.getMessage());
        }
        if (files.isEmpty()) {
            throw new InvalidTariffException("tariff files: none at " + pattern + " (expected: at least one)");
        }
        return new Tariffs(
                files.values().stream().flatMap(file -> file.tariffs().stream()).toList());
    }

    private static void add(Map<String, TariffFile> files, TariffFile file) {
        TariffFile other = files.putIfAbsent(file.code(), file);
        if (other != null) {
            throw file.category()
                    .fault(file.code() + " (expected: in one file only, and it is in "
                            + other.category().file() + ")");
        }
    }

    private static TariffFile read(Resource file) throws IOException {
        try (Reader text = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            return TariffFile.read(String.valueOf(file.getFilename()), text);
        }
    }
}
