package in.sampark.meter.tariff;

import in.sampark.meter.tariff.domain.Tariffs;
import in.sampark.meter.yaml.InvalidFileException;
import in.sampark.meter.yaml.YamlFiles;
import java.util.LinkedHashMap;
import java.util.Map;

/** All tariff files of a place. */
public final class TariffFiles {

    private TariffFiles() {}

    /**
     * Reads them.
     *
     * @param pattern e.g. {@code classpath:tariffs/*.yml} or {@code file:/etc/sampark/tariffs/*.yml}
     * @throws InvalidFileException when one of them is not a tariff, or there is none
     */
    public static Tariffs read(String pattern) {
        Map<String, TariffFile> files = new LinkedHashMap<>();
        YamlFiles.read("tariff files", pattern, TariffFile::read).forEach(file -> add(files, file));
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
}
