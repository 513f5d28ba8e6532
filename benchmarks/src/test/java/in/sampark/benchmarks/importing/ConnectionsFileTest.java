package in.sampark.benchmarks.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionsFileTest {

    @Test
    void everyAccountAndNumberComesOnce(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("connections.csv");

        ConnectionsFile.write(file, 7_000_000_000L, 10_000);

        List<String[]> rows = Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
        assertThat(rows).hasSize(10_000).allSatisfy(row -> assertThat(row).hasSize(18));
        assertThat(rows.stream().map(row -> row[0])).doesNotHaveDuplicates();
        assertThat(rows.stream().map(row -> row[2]).filter(mobile -> !mobile.isEmpty()))
                .hasSize(9_000)
                .doesNotHaveDuplicates()
                .allMatch(mobile -> mobile.matches("9897\\d{6}"));
    }
}
