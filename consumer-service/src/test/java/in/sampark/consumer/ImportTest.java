package in.sampark.consumer;

import static in.sampark.consumer.ConsumerApi.ALIGARH;
import static in.sampark.consumer.ConsumerApi.MATHURA;
import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.consumer.ConsumerApi.Report;
import in.sampark.consumer.ConsumerApi.ReportRow;
import in.sampark.contract.consumer.BillingMode;
import in.sampark.contract.consumer.Connection;
import in.sampark.contract.consumer.Contact;
import in.sampark.contract.consumer.ContactStanding;
import in.sampark.platform.test.TestTokens;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@ConsumerTest
class ImportTest {

    private static final String INTEGRATION = TestTokens.bearer("integration", "DVVNL", "DVVNL");

    @Autowired
    private ConsumerApi api;

    @Autowired
    private DatabaseClient database;

    @Test
    void newConnectionIsAnnouncedWithItsContact() {
        Row row = Row.of("7100000001").mobile("98970 20001");

        assertThat(api.imported(Row.file(row))).isEqualTo(new Report(1, 0, 0, List.of()));

        Connection connection = api.connection(row.connectionId(), any -> true);
        assertThat(connection.getVersion()).isOne();
        assertThat(connection.getAreaPath()).isEqualTo("DVVNL/AGRA/MATHURA/MATHURA-URBAN-1/MATHURA-URBAN-1-SD1");
        assertThat(connection.getSanctionedLoadW()).isEqualTo(2000);
        assertThat(connection.getBillingMode()).isEqualTo(BillingMode.PREPAID);
        assertThat(connection.getMeterNo()).isEqualTo("MH01");
        assertThat(connection.getSupplyFrom()).isEqualTo(LocalDate.of(2019, 5, 1));
        assertThat(connection.getSupplyTo()).isNull();
        Contact contact = api.contact(row.connectionId(), any -> true);
        assertThat(contact.getStanding()).isEqualTo(ContactStanding.CLAIMED);
        assertThat(contact.getLanguage()).isEqualTo("hi");
        assertThat(contact.getVerifiedAt()).isNull();
        assertThat(api.number(contact)).isEqualTo("+919897020001");
    }

    @Test
    void connectionWithoutNumberHasAContactOfNoStanding() {
        Row row = Row.of("7100000002").language("en");

        api.imported(Row.file(row));

        Contact contact = api.contact(row.connectionId(), any -> true);
        assertThat(contact.getStanding()).isEqualTo(ContactStanding.NONE);
        assertThat(contact.getSealedNumber()).isNull();
        assertThat(contact.getLanguage()).isEqualTo("en");
    }

    @Test
    void brokenRowsAreReportedAndTheOthersTaken() {
        Report report = api.imported(Row.file(
                        Row.of("7100000003"),
                        Row.of("710000000X"),
                        Row.of("7100000004").mobile("98970"),
                        Row.of("7100000005").load("-1").language("ur"),
                        Row.of("7100000003"),
                        Row.of("7100000006"))
                + "7100000007,too,short\n");

        assertThat(report.taken()).isEqualTo(2);
        assertThat(report.rejected()).isEqualTo(5);
        assertThat(report.rows())
                .containsExactly(
                        new ReportRow(3, "account_no", "710000000X", "[0-9]{10}"),
                        new ReportRow(4, "mobile", "***", "an Indian mobile number, e.g. ten digits from 6 on"),
                        new ReportRow(5, "sanctioned_load_kw", "-1", "kW above 0, with up to three decimals"),
                        new ReportRow(5, "language", "ur", "hi or en"),
                        new ReportRow(6, "account_no", "7100000003", "once in a file; row 2 has it"),
                        new ReportRow(8, "", "3 fields", "18 fields"));
        api.get("connections/DVVNL:7100000006", "officer", MATHURA)
                .expectStatus()
                .isOk();
        api.get("connections/DVVNL:7100000004", "officer", MATHURA)
                .expectStatus()
                .isNotFound();
    }

    @Test
    void sameFileAgainChangesNothingAndAnnouncesNothing() {
        Row row = Row.of("7100000008").mobile("9897020008");
        api.imported(Row.file(row));

        Report again = api.imported(Row.file(row));
        api.imported(Row.file(row.load("3"))); // whatever was announced in between is on the topic before this

        assertThat(again).isEqualTo(new Report(0, 1, 0, List.of()));
        assertThat(api.connection(row.connectionId(), known -> known.getSanctionedLoadW() == 3000)
                        .getVersion())
                .isEqualTo(2);
        assertThat(api.contacts(row.connectionId()))
                .extracting(Contact::getVersion)
                .containsExactly(1L);
    }

    @Test
    void changedLanguageIsTheNextVersionOfTheContactAlone() {
        Row row = Row.of("7100000009").mobile("9897020009");
        api.imported(Row.file(row));

        assertThat(api.imported(Row.file(row.mobile("").language("en"))).taken())
                .isOne();

        Contact contact = api.contact(row.connectionId(), known -> known.getVersion() == 2);
        assertThat(contact.getLanguage()).isEqualTo("en");
        assertThat(api.number(contact)).isEqualTo("+919897020009");
        assertThat(api.connections(row.connectionId()))
                .extracting(Connection::getVersion)
                .containsExactly(1L);
    }

    @Test
    void accountNamedAgainInALaterBatchIsRejected() {
        String[] accounts =
                IntStream.range(0, 25).mapToObj(i -> "72000000" + (10 + i % 20)).toArray(String[]::new);
        Row[] rows = Arrays.stream(accounts).map(Row::of).toArray(Row[]::new);

        Report report = api.imported(Row.file(rows));

        assertThat(report.taken()).isEqualTo(20);
        assertThat(report.rejected()).isEqualTo(5);
        assertThat(report.rows().getFirst())
                .isEqualTo(new ReportRow(22, "account_no", "7200000010", "once in a file; row 2 has it"));
        assertThat(count("select count(*) from import_account")).isZero();
    }

    @Test
    void reportOfABadFileStaysShort() {
        Row[] rows = IntStream.range(0, 300)
                .mapToObj(i -> Row.of("7300000" + (100 + i)).language("xx"))
                .toArray(Row[]::new);

        Report report = api.imported(Row.file(rows));

        assertThat(report.rejected()).isEqualTo(300);
        assertThat(report.rows()).hasSize(50);
    }

    @Test
    void rowsOutsideTheCallersAreaAreRejected() {
        String file = Row.file(Row.of("7100000010"), Row.of("7100000011").circle("ALIGARH"));

        Report report =
                ConsumerApi.body(api.upload(file, TestTokens.bearer("integration", "DVVNL", MATHURA)), Report.class);

        assertThat(report.taken()).isOne();
        assertThat(report.rows())
                .containsExactly(new ReportRow(
                        3,
                        "sub_division",
                        "DVVNL/AGRA/ALIGARH/ALIGARH-URBAN-1/ALIGARH-URBAN-1-SD1",
                        "an area within DVVNL/AGRA/MATHURA"));
    }

    @Test
    void connectionOnRecordOutsideTheCallersAreaIsNotTaken() {
        Row theirs = Row.of("7100000015").circle("ALIGARH").mobile("9897020015");
        api.imported(Row.file(theirs));
        Row claimed =
                theirs.circle("MATHURA").mobile("9897029915").language("en").load("7");

        Report report = ConsumerApi.body(
                api.upload(Row.file(claimed, Row.of("7100000016")), TestTokens.bearer("integration", "DVVNL", MATHURA)),
                Report.class);
        api.imported(Row.file(theirs.load("3").language("en"))); // what the claim announced would be before this

        assertThat(report)
                .isEqualTo(new Report(
                        1,
                        0,
                        1,
                        List.of(new ReportRow(2, "account_no", "7100000015", "a connection within " + MATHURA))));
        Connection connection = api.connection(theirs.connectionId(), known -> known.getSanctionedLoadW() == 3000);
        assertThat(connection.getVersion()).isEqualTo(2);
        assertThat(connection.getAreaPath()).startsWith(ALIGARH);
        Contact contact =
                api.contact(theirs.connectionId(), known -> known.getLanguage().equals("en"));
        assertThat(contact.getVersion()).isEqualTo(2);
        assertThat(api.number(contact)).isEqualTo("+919897020015");
        api.get("connections/DVVNL:7100000015/contact", "helpdesk", MATHURA)
                .expectStatus()
                .isNotFound();
    }

    @Test
    void fileOfAnotherShapeIsRefusedAsAWhole() {
        api.upload("account_no,name\n7100000012,Asha\n", INTEGRATION)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.field")
                .isEqualTo("header")
                .jsonPath("$.expected")
                .value(String.class, expected -> assertThat(expected).contains("language", "supply_to"));
    }

    @Test
    void onlyIntegrationMayImport() {
        String file = Row.file(Row.of("7100000013"));

        api.upload(file, null).expectStatus().isUnauthorized();
        api.upload(file, TestTokens.bearer("officer", "DVVNL", "DVVNL"))
                .expectStatus()
                .isForbidden();
        api.get("connections/DVVNL:7100000013", "officer", "DVVNL")
                .expectStatus()
                .isNotFound();
    }

    @Test
    void connectionIsSeenWithinItsAreaOnly() {
        api.imported(Row.file(Row.of("7100000014").mobile("9897020014")));

        api.get("connections/DVVNL:7100000014", "helpdesk", MATHURA)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.areaPath")
                .isEqualTo("DVVNL/AGRA/MATHURA/MATHURA-URBAN-1/MATHURA-URBAN-1-SD1")
                .jsonPath("$.sanctionedLoadKw")
                .isEqualTo(2)
                .jsonPath("$.name")
                .doesNotExist();
        api.get("connections/DVVNL:7100000014/contact", "helpdesk", MATHURA)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.standing")
                .isEqualTo("CLAIMED")
                .jsonPath("$.numbers[0].maskedNumber")
                .isEqualTo("+91******0014");
        api.get("connections/DVVNL:7100000014", "helpdesk", ALIGARH)
                .expectStatus()
                .isNotFound();
        api.get("connections/DVVNL:7100000014/contact", "helpdesk", ALIGARH)
                .expectStatus()
                .isNotFound();
        api.get("connections/DVVNL:7100000014", "integration", MATHURA)
                .expectStatus()
                .isForbidden();
        api.get("connections/nonsense", "helpdesk", MATHURA).expectStatus().isNotFound();
    }

    @Test
    void twoFilesAtOnceRecordAConnectionOnce() {
        Row[] rows = IntStream.range(0, 100)
                .mapToObj(i -> Row.of("74000000" + i / 10 + i % 10).mobile("98970300" + i / 10 + i % 10))
                .toArray(Row[]::new);
        String file = Row.file(rows);

        List<Report> reports = Flux.range(0, 4)
                .flatMap(i -> Mono.fromCallable(() -> api.imported(file)).subscribeOn(Schedulers.boundedElastic()))
                .collectList()
                .blockOptional()
                .orElseThrow();

        assertThat(reports).extracting(Report::rejected).containsOnly(0L);
        assertThat(reports.stream().mapToLong(Report::taken).sum()).isEqualTo(100);
        assertThat(reports.stream().mapToLong(Report::unchanged).sum()).isEqualTo(300);
        assertThat(count("select count(*) from connection where account_no like '74%' and version = 1"))
                .isEqualTo(100);
        assertThat(count("select count(*) from contact_number where connection_id like 'DVVNL:74%' and is_primary"))
                .isEqualTo(100);
    }

    private long count(String sql) {
        return database.sql(sql).mapValue(Long.class).one().blockOptional().orElseThrow();
    }
}
