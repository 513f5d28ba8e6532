package in.sampark.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.avro.SchemaNormalization;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Contracts that were given out are kept: others have built on them. */
class BaselineTest {

    private static final Baseline COMMITTED = Baseline.committed();

    static List<Topic<?>> topics() {
        return Topics.ALL;
    }

    @BeforeAll
    static void freeze() {
        if (Baseline.freezing()) {
            Topics.ALL.forEach(COMMITTED::freeze);
        }
    }

    @ParameterizedTest
    @MethodSource("topics")
    void staysReadableBothWaysWithEveryVersionGivenOut(Topic<?> topic) {
        assertThat(COMMITTED.objections(topic)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void isGivenOutAsItIsWritten(Topic<?> topic) {
        assertThat(COMMITTED.missing(topic)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void isWhatTheBuildReadsAndWrites(Topic<?> topic) {
        assertThat(SchemaNormalization.toParsingForm(topic.schema()))
                .isEqualTo(SchemaNormalization.toParsingForm(Baseline.written(topic)));
    }

    @Test
    void nothingThatWasGivenOutIsTakenBack() {
        assertThat(COMMITTED.files())
                .as("a topic that was given out stays, its versions numbered from 1")
                .containsExactlyInAnyOrderElementsOf(Topics.ALL.stream()
                        .flatMap(topic -> IntStream.rangeClosed(
                                        1, COMMITTED.versions(topic).size())
                                .mapToObj(version -> topic.name() + "/v" + version + ".avsc"))
                        .toList());
    }

    @Test
    void aContractThatWasNeverGivenOutIsFoundAndFrozenAsTheFirst(@TempDir Path folder) {
        Baseline baseline = new Baseline(folder);

        assertThat(baseline.missing(Topics.RECHARGES))
                .containsExactly("utility.recharges.v1: the contract has no baseline"
                        + " (expected: add v1 by mvn -pl schemas test -Dcontracts.freeze)");

        baseline.freeze(Topics.RECHARGES);
        baseline.freeze(Topics.RECHARGES);

        assertThat(baseline.missing(Topics.RECHARGES)).isEmpty();
        assertThat(baseline.files()).containsExactly("utility.recharges.v1/v1.avsc");
    }

    @Test
    void aContractThatChangedIsFrozenAsTheNext(@TempDir Path folder) throws IOException {
        Baseline baseline = new Baseline(folder);
        given(folder, 1, written().replace("Money received", "Money"));

        assertThat(baseline.missing(Topics.RECHARGES))
                .singleElement()
                .asString()
                .contains("add v2 by");
        baseline.freeze(Topics.RECHARGES);

        assertThat(baseline.files())
                .containsExactlyInAnyOrder("utility.recharges.v1/v1.avsc", "utility.recharges.v1/v2.avsc");
    }

    @Test
    void aContractThatBreaksAnyEarlierVersionIsNotFrozen(@TempDir Path folder) throws IOException {
        Baseline baseline = new Baseline(folder);
        given(folder, 1, written().replace("\"amountPaise\"", "\"amount\""));
        given(folder, 2, written().replace("Money received", "Money"));

        baseline.freeze(Topics.RECHARGES);

        assertThat(baseline.objections(Topics.RECHARGES))
                .hasSize(2)
                .allMatch(objection -> objection.startsWith("utility.recharges.v1 against v1: "));
        assertThat(baseline.versions(Topics.RECHARGES)).hasSize(2);
    }

    private static String written() throws IOException {
        return Files.readString(Path.of("src/main/avro/utility/Recharge.avsc"));
    }

    private static void given(Path folder, int version, String contract) throws IOException {
        Path topic = Files.createDirectories(folder.resolve(Topics.Name.RECHARGES));
        Files.writeString(topic.resolve("v" + version + ".avsc"), contract);
    }
}
