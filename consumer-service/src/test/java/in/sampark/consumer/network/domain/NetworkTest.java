package in.sampark.consumer.network.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import in.sampark.consumer.connection.domain.AreaPath;
import in.sampark.consumer.connection.domain.BillingMode;
import in.sampark.consumer.connection.domain.Connection;
import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.connection.domain.Discrepancy;
import in.sampark.consumer.connection.domain.FeedingPoint;
import in.sampark.consumer.connection.domain.SupplyPeriod;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

    private static final String AREA = "DVVNL/AGRA/MATHURA/URBAN-1/SD1";
    private static final FeedingPoint FED = new FeedingPoint("S-1", "F-1", "DT-1");
    private static final Connection SAID = connection(AREA, FED);

    @Test
    void whatTheNetworkDoesNotKnowStaysAsItWasSaid() {
        assertThat(network().placed(SAID)).isEqualTo(SAID);
    }

    @Test
    void theLowestNodeKnownDecidesWhatNobodySaid() {
        Network network = network(node(NodeKind.DT, "DT-1", "F-9"), node(NodeKind.FEEDER, "F-9", "S-9"));

        assertThat(network.placed(connection(AREA, new FeedingPoint("NA", "Other", "DT-1")))
                        .feedingPoint())
                .isEqualTo(new FeedingPoint("S-9", "F-9", "DT-1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"URBAN-1", "urban 1", "Urban1", "Electricity Urban Division I", "electricity urban division-I"})
    void whatIsWrittenOtherwiseIsTheSame(String division) {
        Network network = network(
                node(NodeKind.SUB_DIVISION, "SD1", "URBAN-1"),
                new Node(
                        "DVVNL",
                        NodeKind.DIVISION,
                        new NodeCode("URBAN-1"),
                        new NodeCode("MATHURA"),
                        "Electricity Urban Division I",
                        true));

        Placement placement = network.placed(Site.of(connection("DVVNL/AGRA/MATHURA/" + division + "/SD1", FED)));

        assertThat(placement.site().area().path()).isEqualTo(AREA);
        assertThat(placement.discrepancies()).isEmpty();
    }

    @Test
    void aSubDivisionThatMovedTakesItsConnectionsAlong() {
        Network network = network(
                moved(NodeKind.SUB_DIVISION, "SD1", "RURAL", "URBAN-1"),
                node(NodeKind.DIVISION, "URBAN-1", "MATHURA"),
                node(NodeKind.DIVISION, "RURAL", "ALIGARH"),
                node(NodeKind.CIRCLE, "MATHURA", "AGRA"),
                node(NodeKind.CIRCLE, "ALIGARH", "AGRA"));

        Placement placement = network.placed(Site.of(SAID));

        assertThat(placement.site().area().path()).isEqualTo("DVVNL/AGRA/ALIGARH/RURAL/SD1");
        assertThat(placement.discrepancies())
                .containsExactly(new Discrepancy("division", "URBAN-1", "RURAL", "sub_division SD1", false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DVVNL/MEERUT/C9/D9/SD1",
                "DVVNL/AGRA/MATHURA/D9/SD1",
                "DVVNL/AGRA/C9/URBAN-1/SD1",
                "DVVNL/MEERUT/MATHURA/URBAN-1/SD1",
                "DVVNL/AGRA/ALIGARH/RURAL/SD1",
                "DVVNL/AGRA/ALIGARH/RURAL/SD-UNKNOWN"
            })
    void aCodeThatIsThereTwiceTakesNobodyOutOfTheirArea(String area) {
        Connection said = connection(area, FED);

        assertThat(urbanAndRural().placed(said)).isEqualTo(said);
    }

    @Test
    void whatContradictsTheNetworkIsTold() {
        Network network = network(node(NodeKind.SUB_DIVISION, "SD1", "URBAN-1"), node(NodeKind.FEEDER, "F-1", "S-9"));

        assertThat(network.placed(Site.of(connection("DVVNL/MEERUT/C9/D9/SD1", FED)))
                        .discrepancies())
                .containsExactly(
                        new Discrepancy("division", "D9", "URBAN-1", "sub_division SD1", true),
                        new Discrepancy("substation", "S-1", "S-9", "feeder F-1", true));
    }

    @Test
    void aFeederCodeThatIsThereTwiceTakesNobodyOffTheirFeeder() {
        Network network = network(
                node(NodeKind.DT, "DT-1", "F-9"),
                node(NodeKind.FEEDER, "F-9", "S-9"),
                node(NodeKind.FEEDER, "F-1", "S-9"));

        assertThat(network.placed(SAID)).isEqualTo(SAID);
    }

    private static Network urbanAndRural() {
        return network(
                node(NodeKind.SUB_DIVISION, "SD1", "URBAN-1"),
                node(NodeKind.DIVISION, "URBAN-1", "MATHURA"),
                node(NodeKind.DIVISION, "RURAL", "ALIGARH"),
                node(NodeKind.CIRCLE, "MATHURA", "AGRA"),
                node(NodeKind.CIRCLE, "ALIGARH", "AGRA"),
                node(NodeKind.ZONE, "AGRA", null));
    }

    @Test
    void aCodeIsWrittenAsTheNetworkWritesIt() {
        Network network = network(node(NodeKind.FEEDER, "F-1", "S-1"));

        Connection placed = network.placed(connection(AREA, new FeedingPoint("s-1", " f-1", "DT-1")));

        assertThat(placed.feedingPoint()).isEqualTo(new FeedingPoint("S-1", "F-1", "DT-1"));
    }

    @Test
    void aWordForNoneIsNoNode() {
        Connection placed =
                network().placed(connection("DVVNL/AGRA/MATHURA/URBAN-1/SD1", new FeedingPoint("S-1", "Other", "n/a")));

        assertThat(placed.feedingPoint()).isEqualTo(new FeedingPoint("S-1", "OTHER", "N/A"));
        assertThat(Network.namedBy(Site.of(placed)))
                .extracting(NodeId::kind)
                .doesNotContain(NodeKind.FEEDER, NodeKind.DT);
    }

    @Test
    void anotherCompanysNodesSayNothing() {
        Node foreign = new Node("PVVNL", NodeKind.FEEDER, new NodeCode("F-1"), new NodeCode("S-9"), null, true);

        assertThat(network(foreign).placed(SAID)).isEqualTo(SAID);
    }

    @Test
    void placingAgainChangesNothing() {
        Network network = network(moved(NodeKind.DT, "DT-1", "F-9", "F-1"), node(NodeKind.FEEDER, "F-9", "S-9"));
        Connection placed = network.placed(SAID);

        assertThat(network.placed(placed)).isEqualTo(placed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "OTHER", "other ", "N/A", "0", "A/B", "A\u0000B"})
    void whatNamesNoNodeIsNoCode(String text) {
        assertThat(NodeCode.parse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new NodeCode(text));
    }

    @Test
    void aNodeHangsOnWhatItsKindHangsOn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> node(NodeKind.FEEDER, "F-1", null))
                .withMessage("parent of feeder F-1: none (expected: the code of its substation)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> node(NodeKind.ZONE, "AGRA", "DVVNL"))
                .withMessage("parent of zone AGRA: DVVNL (expected: none)");
    }

    private static Network network(Node... nodes) {
        return new Network(Arrays.stream(nodes).collect(Collectors.toMap(Node::id, node -> node)));
    }

    private static Node node(NodeKind kind, String code, @Nullable String parent) {
        return new Node("DVVNL", kind, new NodeCode(code), parent == null ? null : new NodeCode(parent), null, true);
    }

    private static Node moved(NodeKind kind, String code, String parent, String formerly) {
        return new Node("DVVNL", kind, new NodeCode(code), new NodeCode(parent), null, true, Set.of(formerly));
    }

    private static Connection connection(String area, FeedingPoint feedingPoint) {
        return new Connection(
                ConnectionId.of("DVVNL:7010000001"),
                new AreaPath(area),
                null,
                feedingPoint,
                "LMV-1-URBAN",
                2000,
                BillingMode.PREPAID,
                null,
                new SupplyPeriod(LocalDate.of(2019, 5, 1), null));
    }
}
