package in.sampark.consumer.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A connection that is taken has a tariff: what is shipped of the one is shipped of the other. */
class ShippedCategoriesTest {

    private static final Path TARIFFS = Path.of("../meter-service/src/main/resources/tariffs");
    private static final Pattern CATEGORY = Pattern.compile("(?m)^category: *(\\S+)");
    private static final Pattern SUPPLY_TYPE = Pattern.compile("(?m)^supply-type: *(\\S+)");
    private static final Pattern DEFAULT = Pattern.compile("SAMPARK_CATEGORIES:([^}]*)}");

    @Test
    void everyTariffsCategoryMayBeDeclaredAndNoOther() throws IOException {
        assertThat(captured(DEFAULT, Path.of("src/main/resources/application.yml"))
                        .flatMap(categories -> Stream.of(categories.split(","))))
                .containsExactlyInAnyOrderElementsOf(tariffs());
    }

    private static List<String> tariffs() throws IOException {
        try (Stream<Path> files = Files.list(TARIFFS)) {
            return files.map(ShippedCategoriesTest::code).toList();
        }
    }

    private static String code(Path file) {
        return Stream.concat(captured(CATEGORY, file), captured(SUPPLY_TYPE, file))
                .collect(Collectors.joining("-"));
    }

    private static Stream<String> captured(Pattern pattern, Path file) {
        return pattern.matcher(text(file)).results().map((MatchResult found) -> found.group(1));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
