package in.sampark.consumer;

import static in.sampark.consumer.ConsumerApi.MATHURA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sampark.consumer.ConsumerApi.Import;
import in.sampark.consumer.network.domain.NodesReport;
import in.sampark.consumer.network.domain.NodesReport.Fault;
import in.sampark.contract.Topics;
import in.sampark.contract.consumer.Connection;
import in.sampark.contract.consumer.ContactStanding;
import in.sampark.contract.utility.DeclaredBillingMode;
import in.sampark.contract.utility.DeclaredConnection;
import in.sampark.contract.utility.NetworkNode;
import in.sampark.contract.utility.NodeKind;
import in.sampark.platform.test.TestTokens;
import in.sampark.platform.test.TestTopics;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Connections and the network they hang on, as a company's own systems stream them. */
@ConsumerTest
class NetworkTopicTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    private ConsumerApi api;

    @Autowired
    private TestTopics topics;

    private final String tag = UUID.randomUUID().toString().substring(0, 8).toUpperCase();

    @Test
    void aDeclaredConnectionIsRecordedWithAContactOfNoStanding() {
        topics.send(
                Topics.DECLARED_CONNECTIONS,
                declared("7300000001").setLanguage("en").build());

        Connection connection = api.connection("DVVNL:7300000001", any -> true);
        assertThat(connection.getFeederCode()).isEqualTo("F-" + tag);
        assertThat(connection.getSupplyTo()).isNull();
        var contact = api.contact("DVVNL:7300000001", any -> true);
        assertThat(contact.getStanding()).isEqualTo(ContactStanding.NONE);
        assertThat(contact.getLanguage()).isEqualTo("en");
    }

    @Test
    void whatTheTopicDoesNotSayStays() {
        api.imported(Row.file(Row.of("7300000002").mobile("9897030002")));
        api.connection("DVVNL:7300000002", any -> true);

        topics.send(
                Topics.DECLARED_CONNECTIONS,
                declared("7300000002")
                        .setMeterNo("NEW-" + tag)
                        .setLanguage("en")
                        .build());

        api.connection("DVVNL:7300000002", known -> ("NEW-" + tag).equals(known.getMeterNo()));
        assertThat(api.contact("DVVNL:7300000002", any -> true))
                .satisfies(contact -> assertThat(contact.getStanding()).isEqualTo(ContactStanding.CLAIMED))
                .satisfies(contact -> assertThat(contact.getLanguage()).isEqualTo("hi"));
    }

    @Test
    void theSameEventAgainDoesNotBringBackWhatWas() {
        var first = declared("7300000003").build();
        topics.send(Topics.DECLARED_CONNECTIONS, first);
        var closed =
                declared("7300000003").setSupplyTo(LocalDate.of(2026, 3, 31)).build();
        topics.send(Topics.DECLARED_CONNECTIONS, closed);
        topics.send(Topics.DECLARED_CONNECTIONS, first);
        topics.send(Topics.DECLARED_CONNECTIONS, declared("7300000004").build());
        api.connection("DVVNL:7300000004", any -> true);

        assertThat(api.connection("DVVNL:7300000003", any -> true).getSupplyTo())
                .isEqualTo(LocalDate.of(2026, 3, 31));
    }

    @Test
    void aConnectionOfNoCompanyServedIsADeadLetter() {
        topics.send(Topics.DECLARED_CONNECTIONS, declared("73").build());

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                topics.readAllBytes(Topics.DECLARED_CONNECTIONS.deadLetters("consumer-service")))
                        .anySatisfy(letter -> assertThat(letter.headers()
                                        .lastHeader("sampark-reason")
                                        .value())
                                .asString()
                                .isEqualTo("account number: 73 (expected: [0-9]{10})")));
    }

    @Test
    void aConnectionOfNoKnownCategoryIsADeadLetter() {
        topics.send(
                Topics.DECLARED_CONNECTIONS,
                declared("7300000008").setCategory("LMV-" + tag).build());

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                topics.readAllBytes(Topics.DECLARED_CONNECTIONS.deadLetters("consumer-service")))
                        .anySatisfy(letter -> assertThat(letter.headers()
                                        .lastHeader("sampark-reason")
                                        .value())
                                .asString()
                                .isEqualTo("category: LMV-" + tag
                                        + " (expected: one of [DS-I, DS-II, LMV-1-BPL, LMV-1-RURAL, LMV-1-URBAN])")));
    }

    @Test
    void aFeederThatMovesTakesItsConnectionsAlong() {
        topics.send(Topics.DECLARED_CONNECTIONS, declared("7300000005").build());
        api.connection("DVVNL:7300000005", any -> true);
        topics.send(Topics.NETWORK, feeder("F-" + tag, "S-" + tag, true));

        topics.send(Topics.NETWORK, feeder("f-" + tag, "S-NEW-" + tag, true));

        Connection moved = api.connection(
                "DVVNL:7300000005", known -> known.getSubstation().equals("S-NEW-" + tag));
        assertThat(moved.getFeederCode()).as("as the network writes it").isEqualTo("f-" + tag);
    }

    @Test
    void staffSeeNodesPageByPageAndWhatDoesNotFitTogether() {
        topics.send(Topics.NETWORK, feeder("F1-" + tag, "S-" + tag, true));
        topics.send(Topics.NETWORK, feeder("F2-" + tag, "S-" + tag, false));
        topics.send(
                Topics.DECLARED_CONNECTIONS,
                declared("7300000006").setFeederCode("f2-" + tag).build());
        topics.send(
                Topics.DECLARED_CONNECTIONS,
                declared("7300000007").setFeederCode("Other").build());
        api.connection("DVVNL:7300000007", any -> true);
        String under = "network/nodes?kind=feeder&limit=1&parent=s-" + tag;

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(nodes(under, "DVVNL")).contains("\"code\":\"F1-" + tag).contains("\"cursor\"");
            assertThat(nodes(under + "&after=F1-" + tag, "DVVNL"))
                    .contains("\"code\":\"F2-" + tag)
                    .contains("\"active\":false");
            assertThat(text("network/findings?limit=500"))
                    .contains("{\"kind\":\"feeder\",\"code\":\"F2-" + tag
                            + "\",\"reason\":\"INACTIVE\",\"connections\":1}")
                    .contains("\"code\":\"OTHER\",\"reason\":\"NO_CODE\"");
        });
        api.get("network/nodes?kind=pole", "supervisor", MATHURA).expectStatus().isBadRequest();
    }

    @Test
    void aCodeThatIsThereTwiceChangesNeitherAreaNorFeederAndIsShownToBothAreas() {
        take("""
                discom,kind,code,parent_code,name,active
                DVVNL,zone,Z-%1$s,,,
                DVVNL,circle,C-%1$s,Z-%1$s,,
                DVVNL,division,D-%1$s,C-%1$s,,
                DVVNL,sub_division,SD-%1$s,D-%1$s,,
                DVVNL,feeder,F-%1$s,SS1-%1$s,,
                """);
        String said = "DVVNL/MEERUT-%1$s/C9/D9/SD-%1$s".formatted(tag);

        Import job = api.ended(ConsumerApi.body(
                api.upload(row("7300000010", said, "SS2-" + tag), TestTokens.bearer("integration", "DVVNL", "DVVNL")),
                Import.class));

        assertThat(job)
                .extracting(Import::taken, Import::rejected, Import::warned)
                .containsExactly(1L, 0L, 1L);
        assertThat(api.reportText(job).lines())
                .contains(
                        "2,division,D9,\"D-%1$s, on which the network has sub_division SD-%1$s; taken as it is, for the code may be another's there\",warning"
                                .formatted(tag))
                .contains(
                        "2,substation,SS2-%1$s,\"SS1-%1$s, on which the network has feeder F-%1$s; taken as it is, for the code may be another's there\",warning"
                                .formatted(tag));
        Connection recorded = api.connection("DVVNL:7300000010", any -> true);
        assertThat(recorded.getAreaPath()).isEqualTo(said);
        assertThat(recorded.getSubstation()).isEqualTo("SS2-" + tag);
        String twice =
                "{\"kind\":\"sub_division\",\"code\":\"SD-%1$s\",\"reason\":\"ELSEWHERE\",\"connections\":1,\"under\":\"D9\",\"known\":\"D-%1$s\"}"
                        .formatted(tag);
        assertThat(findings("DVVNL/MEERUT-" + tag))
                .contains(twice)
                .contains(
                        "\"code\":\"F-" + tag + "\",\"reason\":\"ELSEWHERE\",\"connections\":1,\"under\":\"SS2-" + tag);
        assertThat(findings("DVVNL/Z-%1$s/C-%1$s".formatted(tag)))
                .contains(twice)
                .doesNotContain("feeder");
        assertThat(findings("DVVNL/Z-%1$s/C-OTHER".formatted(tag))).doesNotContain(tag);
    }

    @Test
    void staffSeeTheNodesThatConcernTheirArea() {
        take("""
                discom,kind,code,parent_code,name,active
                DVVNL,zone,Z-%1$s,,,
                DVVNL,circle,C1-%1$s,Z-%1$s,,
                DVVNL,circle,C2-%1$s,Z-%1$s,,
                DVVNL,division,D1-%1$s,C1-%1$s,,
                DVVNL,division,D2-%1$s,C2-%1$s,,
                DVVNL,sub_division,SD1-%1$s,D1-%1$s,,
                DVVNL,sub_division,SD2-%1$s,D2-%1$s,,
                DVVNL,feeder,FA-%1$s,S-%1$s,,
                DVVNL,feeder,FB-%1$s,S-%1$s,,
                """);
        String circle = "DVVNL/Z-%1$s/C1-%1$s".formatted(tag);
        topics.send(
                Topics.DECLARED_CONNECTIONS,
                declared("7300000030")
                        .setAreaPath(circle + "/D1-%1$s/SD1-%1$s".formatted(tag))
                        .setFeederCode("FA-" + tag)
                        .build());
        api.connection("DVVNL:7300000030", any -> true);

        assertThat(nodes("network/nodes?kind=zone&limit=500", circle)).contains("Z-" + tag);
        assertThat(nodes("network/nodes?kind=circle&limit=500", circle))
                .contains("C1-" + tag)
                .doesNotContain("C2-");
        assertThat(nodes("network/nodes?kind=sub_division&limit=500", circle))
                .contains("SD1-" + tag)
                .doesNotContain("SD2-");
        assertThat(nodes("network/nodes?kind=feeder&limit=500", circle))
                .contains("FA-" + tag)
                .doesNotContain("FB-");
        assertThat(nodes("network/nodes?kind=feeder&limit=500&after=F9", "DVVNL"))
                .contains("FA-" + tag, "FB-" + tag);
    }

    private String nodes(String path, String area) {
        return ConsumerApi.body(api.get(path, "supervisor", area), String.class);
    }

    @Test
    void findingsComePageByPage() {
        IntStream.range(0, 3)
                .forEach(feeder -> topics.send(
                        Topics.DECLARED_CONNECTIONS,
                        declared("730000002" + feeder)
                                .setAreaPath("DVVNL/AGRA/CIRCLE-" + tag + "/D/SD")
                                .setFeederCode("P" + feeder + "-" + tag)
                                .build()));
        IntStream.range(0, 3).forEach(feeder -> api.connection("DVVNL:730000002" + feeder, any -> true));
        String area = "DVVNL/AGRA/CIRCLE-" + tag;

        Findings first = ConsumerApi.body(api.get("network/findings?limit=2", "supervisor", area), Findings.class);
        Findings second = ConsumerApi.body(
                api.get("network/findings?limit=500&cursor=" + first.cursor(), "supervisor", area), Findings.class);

        assertThat(Stream.of(first, second)
                        .flatMap(page -> page.entries().stream())
                        .map(Found::code))
                .containsExactly("DT-" + tag, "P0-" + tag, "P1-" + tag, "P2-" + tag, "S-" + tag);
        assertThat(second.cursor()).isNull();
        api.get("network/findings?cursor=x", "supervisor", area).expectStatus().isBadRequest();
    }

    record Found(String kind, String code) {}

    record Findings(List<Found> entries, @Nullable String cursor) {}

    private String findings(String area) {
        return ConsumerApi.body(api.get("network/findings?limit=500", "supervisor", area), String.class);
    }

    /** Has a network list taken. @param list with %1$s for what makes its codes this test's own */
    private void take(String list) {
        assertThat(ConsumerApi.body(
                                api.postCsv("network/nodes", list.formatted(tag), "integration", "DVVNL"),
                                NodesReport.class)
                        .rejected())
                .isZero();
    }

    /** A file of one row at that place, on a feeder of this test. */
    private String row(String accountNo, String area, String substation) {
        String[] codes = area.split("/");
        return Row.HEADER + "\n"
                + String.join(
                        ",",
                        accountNo,
                        "",
                        "",
                        "hi",
                        codes[0],
                        codes[1],
                        codes[2],
                        codes[3],
                        codes[4],
                        substation,
                        "F-" + tag,
                        "DT-001",
                        "LMV-1-URBAN",
                        "2",
                        "prepaid",
                        "MH01",
                        "2019-05-01",
                        "")
                + "\n";
    }

    @Test
    void aListAsRealOnesAreIsTakenLineByLine() {
        String list = """
                Discom;Kind;Code;Parent_Code;Name;Active;;
                DVVNL;Feeder;L1-%1$s;S-%1$s;City;yes;;
                DVVNL;feeder;l1-%1$s;s-%1$s;City;;;
                DVVNL;feeder;L2-%1$s;S-OLD;Market;inactive;;
                DVVNL;feeder;L2-%1$s;S-%1$s;Market;active;;
                DVVNL;feeder;L1-%1$s;S-OTHER;City;yes;;
                DVVNL;feeder;Other;S-%1$s;;yes;;
                DVVNL;sub-division;SD-%1$s;;;yes;;
                PVVNL;feeder;L3-%1$s;S-%1$s;;yes;;
                DVVNL;feeder;L4-%1$s;S-%1$s;;perhaps;;
                """.formatted(tag);

        ResponseSpec answer = api.postCsv("network/nodes", list, "integration", "DVVNL");

        assertThat(ConsumerApi.body(answer, NodesReport.class))
                .isEqualTo(new NodesReport(
                        2,
                        2,
                        5,
                        List.of(
                                new Fault(
                                        6,
                                        "parent of feeder L1-" + tag + ": S-OTHER (expected: S-" + tag
                                                + ", as line 2 has it)"),
                                new Fault(
                                        7,
                                        "code: Other (expected: 1 to 64 characters without a slash, not a word for none)"),
                                new Fault(
                                        8,
                                        "parent of sub_division SD-" + tag
                                                + ": none (expected: the code of a division)"),
                                new Fault(9, "discom: PVVNL (expected: all of it within your area, DVVNL)"),
                                new Fault(10, "active: perhaps (expected: yes or no)"))));
        api.postCsv("network/nodes", list, "integration", MATHURA)
                .expectStatus()
                .isOk();
        api.postCsv("network/nodes", "code,name\n", "integration", "DVVNL")
                .expectStatus()
                .isBadRequest();
    }

    private String text(String path) {
        return ConsumerApi.body(api.get(path, "supervisor", MATHURA), String.class);
    }

    private DeclaredConnection.Builder declared(String accountNo) {
        return DeclaredConnection.newBuilder()
                .setEventId(UUID.randomUUID().toString())
                .setOccurredAt(Instant.parse("2026-04-01T00:00:00Z"))
                .setDiscom("DVVNL")
                .setConnectionId("DVVNL:" + accountNo)
                .setAreaPath("DVVNL/AGRA/MATHURA/MATHURA-URBAN-1/MATHURA-URBAN-1-SD1")
                .setSubstation("S-" + tag)
                .setFeederCode("F-" + tag)
                .setDtCode("DT-" + tag)
                .setCategory("LMV-1-URBAN")
                .setSanctionedLoadW(2000)
                .setBillingMode(DeclaredBillingMode.PREPAID)
                .setSupplyFrom(LocalDate.of(2019, 5, 1));
    }

    private static NetworkNode feeder(String code, @Nullable String substation, boolean active) {
        return NetworkNode.newBuilder()
                .setEventId(UUID.randomUUID().toString())
                .setOccurredAt(Instant.parse("2026-04-01T00:00:00Z"))
                .setDiscom("DVVNL")
                .setKind(NodeKind.FEEDER)
                .setCode(code)
                .setParentCode(substation)
                .setActive(active)
                .build();
    }
}
