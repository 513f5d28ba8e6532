package in.sampark.meter.tariff;

import in.sampark.meter.tariff.domain.Tariff;
import in.sampark.meter.tariff.domain.Tariffs;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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
        List<Tariff> tariffs = new ArrayList<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                tariffs.addAll(read(file));
            }
        } catch (IOException e) {
            throw new InvalidTariffException(
                    "tariff files: " + pattern + " (expected: readable files): " + e.getMessage());
        }
        if (tariffs.isEmpty()) {
            throw new InvalidTariffException("tariff files: none at " + pattern + " (expected: at least one)");
        }
        try {
            return new Tariffs(tariffs);
        } catch (IllegalArgumentException e) {
            throw new InvalidTariffException(pattern + ": " + e.getMessage());
        }
    }

    private static List<Tariff> read(Resource file) throws IOException {
        try (Reader text = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            return TariffFile.read(String.valueOf(file.getFilename()), text);
        }
    }
}
