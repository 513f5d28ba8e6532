package in.sampark.consumer.network.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import in.sampark.consumer.connection.domain.AreaPath;
import in.sampark.consumer.connection.domain.BillingMode;
import in.sampark.consumer.connection.domain.Connection;
import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.connection.domain.FeedingPoint;
import in.sampark.consumer.connection.domain.SupplyPeriod;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

    private static final Connection SAID =
            connection("DVVNL/AGRA/MATHURA/URBAN-1/SD1", new FeedingPoint("S-1", "F-1", "DT-1"));

    @Test
    void whatTheNetworkDoesNotKnowStaysAsItWasSaid() {
        assertThat(network().placed(SAID)).isEqualTo(SAID);
    }

    @Test
    void theLowestNodeKnownDecidesWhatIsAboveIt() {
        Network network = network(
                node(NodeKind.DT, "DT-1", "F-9"),
                node(NodeKind.FEEDER, "F-9", "S-9"),
                node(NodeKind.FEEDER, "F-1", "S-1"));

        assertThat(network.placed(SAID).feedingPoint()).isEqualTo(new FeedingPoint("S-9", "F-9", "DT-1"));
    }

    @Test
    void aSubDivisionThatMovedTakesItsConnectionsAlong() {
        Network network = network(
                node(NodeKind.SUB_DIVISION, "SD1", "RURAL"),
                node(NodeKind.DIVISION, "RURAL", "ALIGARH"),
                node(NodeKind.CIRCLE, "ALIGARH", "AGRA"));

        assertThat(network.placed(SAID).area().path()).isEqualTo("DVVNL/AGRA/ALIGARH/RURAL/SD1");
    }

    @Test
    void aCodeIsWrittenAsTheNetworkWritesIt() {
        Network network = network(node(NodeKind.FEEDER, "F-1", "S-1"));

        Connection placed =
                network.placed(connection("DVVNL/AGRA/MATHURA/URBAN-1/SD1", new FeedingPoint("s-1", " f-1", "DT-1")));

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
        Network network = network(node(NodeKind.DT, "DT-1", "F-9"), node(NodeKind.FEEDER, "F-9", "S-9"));
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
