package in.sampark.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sampark.consumer.audit.AuditAction;
import in.sampark.contract.Topics;
import in.sampark.contract.consumer.Connection;
import in.sampark.contract.utility.DeclaredBillingMode;
import in.sampark.contract.utility.DeclaredConnection;
import in.sampark.contract.utility.NetworkNode;
import in.sampark.contract.utility.NodeKind;
import in.sampark.platform.test.TestTopics;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Where connections change hands, the trail says who did it, and goes with them. */
@ConsumerTest
class ResponsibilityTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    private ConsumerApi api;

    @Autowired
    private TestTopics topics;

    private final String tag = UUID.randomUUID().toString().substring(0, 8).toUpperCase();
    private final String zone = "DVVNL/Z-" + tag;
    private final String before = zone + "/C1-" + tag + "/D1-" + tag + "/SD-" + tag;
    private final String after = zone + "/C2-" + tag + "/D2-" + tag + "/SD-" + tag;

    record Entry(
            String subject,
            String role,
            AuditAction action,
            @Nullable String connectionId,
            String areaPath,
            @Nullable String detail) {}

    record Entries(List<Entry> entries) {}

    @BeforeEach
    void theNetworkIsKnown() {
        take("""
                discom,kind,code,parent_code,name,active
                DVVNL,zone,Z-%1$s,,,
                DVVNL,circle,C1-%1$s,Z-%1$s,,
                DVVNL,circle,C2-%1$s,Z-%1$s,,
                DVVNL,division,D1-%1$s,C1-%1$s,,
                DVVNL,division,D2-%1$s,C2-%1$s,,
                DVVNL,sub_division,SD-%1$s,D1-%1$s,,
                """);
    }

    @Test
    void aConnectionThatMovesBringsItsHistoryToWhoAdministersItNow() {
        topics.send(
                Topics.DECLARED_CONNECTIONS,
                declared("7350000001", "2019-04-01").build());
        api.connection("DVVNL:7350000001", any -> true);

        take("discom,kind,code,parent_code,name,active\nDVVNL,sub_division,SD-%1$s,D2-%1$s,,\n");

        api.connection("DVVNL:7350000001", moved -> moved.getAreaPath().equals(after));
        assertThat(audit("connection=DVVNL:7350000001", zone + "/C2-" + tag))
                .containsExactly(
                        new Entry(
                                "consumer-service.placement-review",
                                "service",
                                AuditAction.PLACED,
                                "DVVNL:7350000001",
                                before,
                                "area: " + before + " -> " + after),
                        new Entry(
                                "utility.connections.v1",
                                "billing-master",
                                AuditAction.IMPORTED,
                                "DVVNL:7350000001",
                                before,
                                "new"));
        assertThat(audit("connection=DVVNL:7350000001", zone + "/C1-" + tag))
                .as("what was done while it was theirs, its leaving included")
                .hasSize(2);
        assertThat(audit("connection=DVVNL:7350000001", zone + "/C3-" + tag)).isEmpty();
    }

    @Test
    void whoSaidSomethingOfTheNetworkIsNoted() {
        assertThat(audit("officer=test-integration&limit=500", "DVVNL"))
                .filteredOn(entry -> entry.action() == AuditAction.NETWORK_CHANGED)
                .anySatisfy(entry -> assertThat(entry)
                        .isEqualTo(new Entry(
                                "test-integration",
                                "integration",
                                AuditAction.NETWORK_CHANGED,
                                null,
                                "DVVNL",
                                "6 nodes: circle C1-%1$s, circle C2-%1$s, division D1-%1$s, division D2-%1$s, sub_division SD-%1$s, zone Z-%1$s"
                                        .formatted(tag))));

        topics.send(Topics.NETWORK, feeder());

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(audit("officer=utility.network.v1&limit=500", "DVVNL"))
                        .contains(new Entry(
                                "utility.network.v1",
                                "network-master",
                                AuditAction.NETWORK_CHANGED,
                                null,
                                "DVVNL",
                                "1 nodes: feeder F-" + tag)));
        assertThat(audit("officer=utility.network.v1&limit=500", zone)).isEmpty();
    }

    @Test
    void whatTheBillingMasterChangesIsNoted() {
        topics.send(
                Topics.DECLARED_CONNECTIONS,
                declared("7350000002", "2019-04-01").build());
        api.connection("DVVNL:7350000002", any -> true);
        topics.send(
                Topics.DECLARED_CONNECTIONS,
                declared("7350000002", "2019-04-02")
                        .setMeterNo("NEW-" + tag)
                        .setSupplyTo(LocalDate.of(2026, 3, 31))
                        .build());
        api.connection("DVVNL:7350000002", closed -> closed.getSupplyTo() != null);

        assertThat(audit("connection=DVVNL:7350000002", before).getFirst())
                .satisfies(entry -> assertThat(entry.subject()).isEqualTo("utility.connections.v1"))
                .satisfies(entry -> assertThat(entry.detail())
                        .isEqualTo("supply: from 2019-05-01 -> 2019-05-01 to 2026-03-31; meter"));
    }

    @Test
    void anEarlierWordThatIsDeliveredLaterUndoesNothing() {
        topics.send(
                Topics.DECLARED_CONNECTIONS,
                declared("7350000003", "2019-04-03").setMeterNo("NEW").build());
        api.connection("DVVNL:7350000003", any -> true);

        topics.send(
                Topics.DECLARED_CONNECTIONS,
                declared("7350000003", "2019-04-02").setMeterNo("OLD").build());
        topics.send(
                Topics.DECLARED_CONNECTIONS,
                declared("7350000003", "2019-04-03")
                        .setSanctionedLoadW(3000)
                        .setMeterNo("NEW")
                        .build());

        api.connection("DVVNL:7350000003", known -> known.getSanctionedLoadW() == 3000);
        assertThat(api.connections("DVVNL:7350000003"))
                .extracting(Connection::getMeterNo)
                .containsOnly("NEW");
    }

    private List<Entry> audit(String question, String area) {
        return ConsumerApi.body(api.get("audit?" + question, "supervisor", area), Entries.class)
                .entries();
    }

    private void take(String list) {
        api.postCsv("network/nodes", list.formatted(tag), "integration", "DVVNL")
                .expectStatus()
                .isOk();
    }

    private DeclaredConnection.Builder declared(String accountNo, String day) {
        return DeclaredConnection.newBuilder()
                .setEventId(UUID.randomUUID().toString())
                .setOccurredAt(Instant.parse(day + "T00:00:00Z"))
                .setDiscom("DVVNL")
                .setConnectionId("DVVNL:" + accountNo)
                .setAreaPath(before)
                .setSubstation("S-" + tag)
                .setFeederCode("F-" + tag)
                .setDtCode("DT-" + tag)
                .setCategory("LMV-1-URBAN")
                .setSanctionedLoadW(2000)
                .setBillingMode(DeclaredBillingMode.PREPAID)
                .setSupplyFrom(LocalDate.of(2019, 5, 1));
    }

    private NetworkNode feeder() {
        return NetworkNode.newBuilder()
                .setEventId(UUID.randomUUID().toString())
                .setOccurredAt(Instant.parse("2026-04-01T00:00:00Z"))
                .setDiscom("DVVNL")
                .setKind(NodeKind.FEEDER)
                .setCode("F-" + tag)
                .setParentCode("S-" + tag)
                .setActive(true)
                .build();
    }
}
