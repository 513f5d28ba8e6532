package in.sampark.consumer;

import static in.sampark.consumer.ConsumerApi.ALIGARH;
import static in.sampark.consumer.ConsumerApi.MATHURA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.sampark.consumer.ConsumerApi.Import;
import in.sampark.consumer.ConsumerApi.Report;
import in.sampark.consumer.ConsumerApi.ReportRow;
import in.sampark.contract.consumer.BillingMode;
import in.sampark.contract.consumer.Connection;
import in.sampark.contract.consumer.Contact;
import in.sampark.contract.consumer.ContactStanding;
import in.sampark.platform.test.TestTokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
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
    void anUploadWithoutABodySaysWhatIsExpected() {
        api.upload(Flux.empty(), TestTokens.bearer("integration", "DVVNL", "DVVNL"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.detail")
                .value(detail -> assertThat(detail.toString()).contains("expected: "));
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
                        new ReportRow(4, "mobile", "***70", "an Indian mobile number, e.g. ten digits from 6 on"),
                        new ReportRow(5, "sanctioned_load_kw", "'-1", "kW above 0, with up to three decimals"),
                        new ReportRow(5, "language", "ur", "hi or en"),
                        new ReportRow(6, "account_no", "7100000003", "once in a file; line 2 has it"),
                        new ReportRow(8, "", "3 fields", "18 fields"));
        api.get("connections/DVVNL:7100000006", "officer", MATHURA)
                .expectStatus()
                .isOk();
        api.get("connections/DVVNL:7100000004", "officer", MATHURA)
                .expectStatus()
                .isNotFound();
    }

    @Test
    void rowsThatASpreadsheetDamagedAreCountedWhenTheDamageIsUndone() {
        Import job = api.ended(ConsumerApi.body(
                api.upload(
                        Row.file(
                                Row.of("7100000040").mobile("9897020040.0"),
                                Row.of("'7100000041"),
                                Row.of("7100000042").mobile("98970 20042"),
                                Row.of("7100000043").mobile("9.89702E+09")),
                        INTEGRATION),
                Import.class));

        assertThat(job.repaired()).isEqualTo(2);
        assertThat(job.taken()).isEqualTo(3);
        assertThat(api.report(job))
                .extracting(ReportRow::expected)
                .containsExactly(
                        "all its digits; a spreadsheet has rounded them: format the column as text and export again");
    }

    @Test
    void whatIsOnRecordChangesNothingAndAnnouncesNothing() {
        Row row = Row.of("7100000008").mobile("9897020008");
        api.imported(Row.file(row));

        Report again = api.imported(Row.file(row) + "\n");
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
                .isEqualTo(new ReportRow(22, "account_no", "7200000010", "once in a file; line 2 has it"));
        assertThat(staged()).isZero();
    }

    @Test
    void sameFileAgainIsTheSameImport() {
        String file = Row.file(Row.of("7100000020"), Row.of("7100000021").language("xx"));
        Import first = ConsumerApi.body(api.upload(file, INTEGRATION), Import.class);
        Import done = api.ended(first);

        Import again = ConsumerApi.body(
                api.upload(file, INTEGRATION)
                        .expectStatus()
                        .isOk()
                        .expectHeader()
                        .valueEquals("Location", "/api/v1/imports/" + first.importId()),
                Import.class);

        assertThat(again).isEqualTo(done);
        assertThat(done)
                .extracting(Import::state, Import::staged, Import::taken, Import::rejected)
                .containsExactly("DONE", 2L, 1L, 1L);
        assertThat(api.report(again)).hasSize(1);
    }

    @Test
    void fileThatWasFollowedByAnotherIsTakenAgain() {
        Row row = Row.of("7100000022");
        api.imported(Row.file(row));
        api.imported(Row.file(row.load("3")));

        assertThat(api.imported(Row.file(row)).taken()).isOne();

        assertThat(api.connection(row.connectionId(), known -> known.getVersion() == 3)
                        .getSanctionedLoadW())
                .isEqualTo(2000);
    }

    @Test
    void reportIsWholeHoweverManyRowsAreBad() {
        Row[] rows = IntStream.range(0, 2500)
                .mapToObj(i -> Row.of("730000" + (1000 + i)).language("xx").load("=cmd"))
                .toArray(Row[]::new);

        Report report = api.imported(Row.file(rows));

        assertThat(report.rejected()).isEqualTo(2500);
        assertThat(report.rows()).hasSize(5000).isSortedAccordingTo(Comparator.comparingLong(ReportRow::line));
        assertThat(report.rows().getFirst())
                .isEqualTo(new ReportRow(2, "sanctioned_load_kw", "'=cmd", "kW above 0, with up to three decimals"));
    }

    @Test
    void brokenOffUploadHasFailedAndTookNothing() {
        long before = count("select count(*) from import_job where state = 'FAILED'");
        Row[] rows = IntStream.range(0, 500)
                .mapToObj(i -> Row.of("7110000" + (100 + i)))
                .toArray(Row[]::new);
        DataBuffer half =
                DefaultDataBufferFactory.sharedInstance.wrap(Row.file(rows).getBytes(StandardCharsets.UTF_8));

        Mono<DataBuffer> dies = Mono.fromRunnable(() -> Awaitility.await().until(() -> staged() > 0))
                .subscribeOn(Schedulers.boundedElastic())
                .then(Mono.error(new IOException("the line is dead")));

        assertThatThrownBy(() -> api.upload(Flux.concat(Flux.just(half), dies), INTEGRATION))
                .hasMessageContaining("the line is dead");

        Awaitility.await().until(() -> count("select count(*) from import_job where state = 'FAILED'") == before + 1);
        assertThat(text("select reason from import_job where state = 'FAILED' order by begun_at desc limit 1"))
                .startsWith("the upload broke off, and nothing was taken");
        assertThat(staged()).isZero();
        assertThat(count("select count(*) from connection where account_no like '7110000%'"))
                .isZero();
        assertThat(api.imported(Row.file(rows)).taken()).isEqualTo(500);
    }

    @Test
    void senderWhoFallsSilentIsGivenUp() {
        DataBuffer half = DefaultDataBufferFactory.sharedInstance.wrap(
                Row.file(Row.of("7110000001")).getBytes(StandardCharsets.UTF_8));

        api.upload(Flux.concat(Flux.just(half), Flux.never()), INTEGRATION)
                .expectStatus()
                .isEqualTo(408);

        assertThat(count("select count(*) from connection where account_no = '7110000001'"))
                .isZero();
    }

    @Test
    void fileThatCanNotBeReadToItsEndIsNotTakenAtAll() {
        byte[] file = Row.file(Row.of("7110000002"), Row.of("7110000003")).getBytes(StandardCharsets.UTF_8);
        file[file.length - 5] = (byte) 0xE9;

        api.upload(Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(file)), INTEGRATION)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.expected")
                .isEqualTo("CSV in UTF-8 or UTF-16, all of it");

        assertThat(count("select count(*) from connection where account_no in ('7110000002', '7110000003')"))
                .isZero();
    }

    @Test
    void headerAloneIsAnImportOfNothing() {
        assertThat(api.imported(Row.file().strip())).isEqualTo(new Report(0, 0, 0, List.of()));
    }

    @Test
    void uploadWhoseReceiverWasKilledIsGivenUpInTime() {
        String job = "00000000-0000-0000-0000-00000000000a";
        execute("insert into import_job (import_id, requested_by, role, discom, area_path, state, created_at, begun_at)"
                + " values ('" + job + "', 'x', 'integration', 'DVVNL', 'DVVNL', 'RECEIVING', now(), now() - interval"
                + " '2 hours')");
        execute("insert into import_chunk (import_id, chunk, staged, rows_read, rejected, staged_at)" + " values ('"
                + job + "', 0, 'x', 10, 0, now() - interval '61 minutes')");

        execute("select pg_notify('imports', '')");

        Awaitility.await()
                .until(() -> text("select state from import_job where import_id = '" + job + "'")
                        .equals("FAILED"));
        assertThat(staged()).isZero();
        assertThat(count("select rows_read from import_job where import_id = '" + job + "'"))
                .isEqualTo(10);
    }

    @Test
    void oldReportsAreForgotten() {
        String job = "00000000-0000-0000-0000-00000000000b";
        execute("insert into import_job (import_id, requested_by, role, discom, area_path, state, created_at, ended_at)"
                + " values ('" + job + "', 'x', 'integration', 'DVVNL', 'DVVNL', 'DONE', 'epoch', 'epoch')");
        execute("insert into import_error values ('" + job + "', 2, 0, '', 'x', 'y')");

        execute("select pg_notify('imports', '')");

        Awaitility.await().until(() -> count("select count(*) from import_job where import_id = '" + job + "'") == 0);
        assertThat(count("select count(*) from import_error where import_id = '" + job + "'"))
                .isZero();
    }

    /** The server ends every connection, as it does when the service is killed: what was not committed is not. */
    @Test
    void importInterruptedAtAnyMomentResumesWithoutDoubleRows() {
        int size = 3000;
        Row[] rows = IntStream.range(0, size)
                .mapToObj(i -> Row.of("77000" + (10_000 + i)).mobile("98990" + (10_000 + i)))
                .toArray(Row[]::new);
        Import job = ConsumerApi.body(api.upload(Row.file(rows), INTEGRATION), Import.class);

        for (int taken : new int[] {1, size / 3, size / 2}) {
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(5))
                    .ignoreExceptions()
                    .until(() -> count("select count(*) from connection where account_no like '77000%'") >= taken);
            endAllConnections();
        }
        Import done = Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> api.ended(job), ended -> true);

        assertThat(done)
                .extracting(Import::state, Import::taken, Import::unchanged, Import::rejected)
                .containsExactly("DONE", (long) size, 0L, 0L);
        assertThat(count("select count(*) from connection where account_no like '77000%' and version = 1"))
                .isEqualTo(size);
        assertThat(count("select count(*) from contact_number where connection_id like 'DVVNL:77000%' and is_primary"))
                .isEqualTo(size);
        assertThat(staged()).isZero();
    }

    @Test
    void jobIsSeenByThoseWhoseAreaCoversItOnly() {
        Import job = ConsumerApi.body(api.upload(Row.file(Row.of("7100000023")), INTEGRATION), Import.class);
        String path = "imports/" + job.importId();

        api.get(path, "supervisor", "DVVNL").expectStatus().isOk();
        api.get(path, "integration", MATHURA).expectStatus().isNotFound();
        api.get(path + "/errors", "integration", MATHURA).expectStatus().isNotFound();
        api.get(path, "officer", "DVVNL").expectStatus().isForbidden();
        api.get(path + "/errors", "helpdesk", "DVVNL").expectStatus().isForbidden();
        api.get("imports/nonsense", "integration", "DVVNL").expectStatus().isBadRequest();
        api.get("imports/5b0e6b52-4a51-4d5e-8a3a-000000000000", "integration", "DVVNL")
                .expectStatus()
                .isNotFound();
    }

    @Test
    void rowsOutsideTheCallersAreaAreRejected() {
        Row known = Row.of("7100000010");
        api.imported(Row.file(known));

        Report report =
                api.imported(Row.file(known.load("3"), Row.of("7100000011").circle("ALIGARH")), MATHURA);

        assertThat(report.taken()).isOne();
        assertThat(report.rows())
                .containsExactly(new ReportRow(
                        3,
                        "sub_division",
                        "DVVNL/AGRA/ALIGARH/ALIGARH-URBAN-1/ALIGARH-URBAN-1-SD1",
                        "an area within DVVNL/AGRA/MATHURA"));
    }

    @Test
    void accountElsewhereAndAccountNowhereAreTheSameToACallerOfAnArea() {
        Row theirs = Row.of("7100000015").circle("ALIGARH").mobile("9897020015");
        Row ours = Row.of("7100000016");
        api.imported(Row.file(theirs, ours));
        Row claimed =
                theirs.circle("MATHURA").mobile("9897029915").language("en").load("7");
        Row nowhere = Row.of("7100000017");

        Report report = api.imported(Row.file(claimed, ours.load("3"), nowhere), MATHURA);
        api.imported(Row.file(theirs.load("3").language("en"))); // what the claim announced would be before this

        String expected =
                "an account on record within " + MATHURA + "; a new one is declared by the company as a whole";
        assertThat(report)
                .isEqualTo(new Report(
                        1,
                        0,
                        2,
                        List.of(
                                new ReportRow(2, "account_no", "7100000015", expected),
                                new ReportRow(4, "account_no", "7100000017", expected))));
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
        assertThat(count("select count(*) from connection where account_no = '7100000017'"))
                .isZero();
    }

    @Test
    void fileOfAnotherShapeIsRefusedAsAWhole() {
        api.upload("account_no,name\n7100000012,Asha\n", INTEGRATION)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.field")
                .isEqualTo("header")
                .jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).contains("missing language", "supply_to"));
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

        List<Report> reports = Flux.range(0, 4)
                .map(i -> Row.file(rows) + "\n".repeat(i))
                .flatMap(file -> Mono.fromCallable(() -> api.imported(file)).subscribeOn(Schedulers.boundedElastic()))
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

    private long staged() {
        return count("select count(*) from import_chunk");
    }

    /** None but this one, in which the others are ended. */
    private void endAllConnections() {
        count("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                + " where usename = current_user and pid <> pg_backend_pid()");
    }

    private void execute(String sql) {
        database.sql(sql).then().block();
    }

    private String text(String sql) {
        return database.sql(sql).mapValue(String.class).first().blockOptional().orElseThrow();
    }

    private long count(String sql) {
        return database.sql(sql).mapValue(Long.class).one().blockOptional().orElseThrow();
    }
}
