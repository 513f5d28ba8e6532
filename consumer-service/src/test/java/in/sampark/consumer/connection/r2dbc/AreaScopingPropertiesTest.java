package in.sampark.consumer.connection.r2dbc;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.consumer.connection.domain.AreaPath;
import in.sampark.consumer.importing.domain.CoveredArea;
import in.sampark.platform.security.Caller;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whoever acts for an area reaches what is administered there and nothing else, by each of the ways in which that is decided: for one
 * connection, for a row of a file, and as a range of the search's index.
 */
class AreaScopingPropertiesTest {

    private static final int LEVELS = 5;

    /** Somebody's area, of which the company is the first level, and where a connection is administered. */
    record Encounter(List<String> area, List<String> place) {

        String areaPath() {
            return String.join("/", area);
        }

        AreaPath placePath() {
            return new AreaPath(String.join("/", place));
        }

        boolean within() {
            return place.subList(0, area.size()).equals(area);
        }
    }

    @Property
    void anAreaReachesWhatBeginsWithAllItsLevels(@ForAll("encounters") Encounter met) {
        var caller = new Caller("somebody", met.area().getFirst(), met.areaPath(), Set.of("officer"));

        assertThat(caller.covers(met.placePath().path())).isEqualTo(met.within());
    }

    @Property
    void aFileReachesWhatItsSenderReaches(@ForAll("encounters") Encounter met) {
        assertThat(new CoveredArea(met.areaPath()).covers(met.placePath())).isEqualTo(met.within());
    }

    @Property
    void aSearchReachesWhatItsCallerReaches(@ForAll("encounters") Encounter met) {
        AreaRange range = AreaRange.of(met.areaPath());
        String place = met.placePath().path() + "/";

        assertThat(inOrder(range.from(), place) && !inOrder(range.below(), place))
                .isEqualTo(met.within());
    }

    /** As the database orders them by collation C. */
    private static boolean inOrder(String first, String second) {
        return Arrays.compareUnsigned(bytes(first), bytes(second)) <= 0;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Codes that begin alike, or hold what stands beside a slash in the order of bytes, or mean something to {@code like}. */
    @Provide
    Arbitrary<Encounter> encounters() {
        Arbitrary<String> code =
                Arbitraries.of("A", "AB", "A0", "A-", "A.", "A B", "A%", "A_", "0", "-", "_", "आगरा", "😀");
        Arbitrary<List<String>> place = code.list().ofSize(LEVELS);
        Arbitrary<List<String>> anywhere = code.list().ofMinSize(1).ofMaxSize(LEVELS);
        return place.flatMap(codes -> Arbitraries.oneOf(
                        anywhere, Arbitraries.integers().between(1, LEVELS).map(level -> codes.subList(0, level)))
                .map(area -> new Encounter(area, codes)));
    }
}
