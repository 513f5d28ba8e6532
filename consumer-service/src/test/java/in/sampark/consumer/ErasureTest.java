package in.sampark.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.consumer.ConsumerApi.Challenge;
import in.sampark.consumer.ConsumerApi.Import;
import in.sampark.consumer.ConsumerApi.ReportRow;
import in.sampark.contract.Topics;
import in.sampark.contract.consumer.ContactStanding;
import in.sampark.platform.test.TestTokens;
import in.sampark.platform.test.TestTopics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/** A person's data go from tables and topics; what remains names nobody. */
@ConsumerTest
class ErasureTest {

    private static final String INTEGRATION = TestTokens.bearer("integration", "DVVNL", "DVVNL");

    @Autowired
    private ConsumerApi api;

    @Autowired
    private TestTopics topics;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private TransactionalOperator transaction;

    @Autowired
    private TestClock clock;

    @Test
    void nothingPersonalIsLeftInTheTables() {
        Row row = Row.of("7900000001").mobile("9897090001");
        api.imported(Row.file(row));
        Challenge challenge = api.challenge(row.connectionId(), "9897090002");

        api.erase(row.connectionId(), "requested", ConsumerApi.MATHURA)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.reason")
                .isEqualTo("requested")
                .jsonPath("$.erased")
                .isNotEmpty()
                .jsonPath("$.remains")
                .isNotEmpty();

        assertThat(rows("select count(*) from connection where connection_id = :id and name is not null", row))
                .isZero();
        assertThat(rows("select count(*) from contact_number where connection_id = :id", row))
                .isZero();
        assertThat(rows("select count(*) from otp_challenge where connection_id = :id", row))
                .isZero();
        api.verify(challenge.challengeId(), "000000").expectStatus().isNotFound();
        api.get("connections/" + row.connectionId() + "/contact", "officer", ConsumerApi.MATHURA)
                .expectBody()
                .jsonPath("$.standing")
                .isEqualTo("NONE")
                .jsonPath("$.numbers")
                .isEmpty();
    }

    @Test
    void whatTheServiceItselfObservedGoesToo() {
        Row row = Row.of("7900000090").mobile("9897090090");
        api.imported(Row.file(row));
        database.sql(
                        "insert into recharge_reference (connection_id, reference_hash, paid_at) values (:id, 'hash', now())")
                .bind("id", row.connectionId())
                .then()
                .then(database.sql(
                                "insert into delivery_failure (connection_id, failures, since) values (:id, 2, now())")
                        .bind("id", row.connectionId())
                        .then())
                .block();

        api.erase(row.connectionId(), "requested", ConsumerApi.MATHURA)
                .expectStatus()
                .isOk();

        assertThat(rows("select count(*) from recharge_reference where connection_id = :id", row))
                .isZero();
        assertThat(rows("select count(*) from delivery_failure where connection_id = :id", row))
                .isZero();
    }

    @Test
    void theNextConsumerIsNotShownWhatTheFormerAgreedTo() {
        Row row = Row.of("7900000092").mobile("9897090092");
        api.imported(Row.file(row));
        String consents = "connections/" + row.connectionId() + "/consents";
        agree(row, "WHATSAPP");
        clock.advance(Duration.ofMinutes(1));
        api.erase(row.connectionId(), "moved-out", ConsumerApi.MATHURA)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.remains")
                .value(said -> assertThat(said.toString()).contains("consents", "36 days", "365 days", "30 days"));
        api.get(consents, "officer", ConsumerApi.MATHURA).expectBody().json("[]", JsonCompareMode.STRICT);
        clock.advance(Duration.ofMinutes(1));

        agree(row, "SMS");

        api.get(consents, "officer", ConsumerApi.MATHURA)
                .expectBody()
                .jsonPath("$[*].channel")
                .isEqualTo("SMS");
        api.get(consents + "/former", "officer", ConsumerApi.MATHURA)
                .expectStatus()
                .isForbidden();
        api.get(consents + "/former", "ops", ConsumerApi.ALIGARH).expectStatus().isNotFound();
        api.get(consents + "/former", "ops", ConsumerApi.MATHURA)
                .expectBody()
                .jsonPath("$[*].channel")
                .isEqualTo("WHATSAPP");
        api.get("audit?connection=" + row.connectionId(), "supervisor", ConsumerApi.MATHURA)
                .expectBody()
                .jsonPath("$.entries[0].action")
                .isEqualTo("FORMER_CONSENTS_READ");
    }

    private void agree(Row row, String channel) {
        api.post(
                        "/api/v1/connections/" + row.connectionId() + "/consents",
                        Map.of(
                                "channel", channel,
                                "purpose", "SERVICE",
                                "given", true,
                                "source", "CAMP",
                                "wordingVersion", "v1"),
                        "officer",
                        ConsumerApi.MATHURA)
                .expectStatus()
                .isOk();
    }

    @Test
    void theContactLeavesItsTopicAndANewOneGoesOnFromItsVersion() {
        Row row = Row.of("7900000010").mobile("9897090010");
        api.imported(Row.file(row));
        long before = api.contact(row.connectionId(), contact -> true).getVersion();

        api.erase(row.connectionId(), "moved-out", ConsumerApi.MATHURA)
                .expectStatus()
                .isOk();

        Awaitility.await().untilAsserted(() -> assertThat(lastOnTopic(row)).isNull());
        api.imported(Row.file(row.mobile("9897090011")));
        assertThat(api.contact(
                                row.connectionId(),
                                contact -> contact.getVersion() > before
                                        && contact.getStanding() == ContactStanding.CLAIMED)
                        .getVersion())
                .isEqualTo(before + 2);
        assertThat(lastOnTopic(row)).isNotNull();
    }

    @Test
    void aFileSentBeforeTheErasureDoesNotBringThePersonBack() {
        Row row = Row.of("7900000060").mobile("9897090060");
        api.imported(Row.file(row));
        Stream<Row> others = IntStream.range(0, 500).mapToObj(i -> Row.of("7910000" + (100 + i)));
        Row[] rows = Stream.concat(Stream.of(row.load("5")), others).toArray(Row[]::new);
        Sinks.Many<DataBuffer> file = Sinks.many().unicast().onBackpressureBuffer();
        CompletableFuture<Import> job = Mono.fromCallable(
                        () -> ConsumerApi.body(api.upload(file.asFlux(), INTEGRATION), Import.class))
                .subscribeOn(Schedulers.boundedElastic())
                .toFuture();
        file.tryEmitNext(bytes(Row.file(rows)));
        Awaitility.await()
                .until(() -> rows("select count(*) from import_chunk where :id = any(connection_ids)", row) == 1);
        clock.advance(Duration.ofSeconds(1));

        api.erase(row.connectionId(), "requested", ConsumerApi.MATHURA)
                .expectStatus()
                .isOk();
        file.tryEmitNext(bytes("\n"));
        file.tryEmitComplete();

        Import ended = api.ended(job.join());
        assertThat(ended.taken()).isEqualTo(500);
        assertThat(ended.rejected()).isOne();
        assertThat(api.report(ended))
                .containsExactly(new ReportRow(
                        2,
                        "account_no",
                        "7900000060",
                        "a file sent after this consumer's data were erased; this one was sent before"));
        assertThat(rows("select count(*) from connection where connection_id = :id and name is not null", row))
                .isZero();
        assertThat(rows("select count(*) from contact_number where connection_id = :id", row))
                .isZero();
        assertThat(api.imported(Row.file(row.load("6"))).taken())
                .as("a file sent afterwards")
                .isOne();
    }

    @Test
    void anErasureDoneWhileTheRowIsBeingTakenIsNotUndone() {
        Row row = Row.of("7900000080").mobile("9897090080");
        api.imported(Row.file(row));

        Import job = database.sql("select 1 from connection where connection_id = :id for update")
                .bind("id", row.connectionId())
                .then()
                .then(Mono.fromCallable(() -> {
                            Import sent =
                                    ConsumerApi.body(api.upload(Row.file(row.load("5")), INTEGRATION), Import.class);
                            Awaitility.await().until(() -> waitingForALock() > 0);
                            return sent;
                        })
                        .subscribeOn(Schedulers.boundedElastic()))
                .delayUntil(sent -> database.sql("insert into person_erasure (connection_id, at) values (:id, :at)")
                        .bind("id", row.connectionId())
                        .bind("at", clock.instant().plusSeconds(1).atOffset(ZoneOffset.UTC))
                        .then())
                .as(transaction::transactional)
                .block();

        Import ended = api.ended(job);
        assertThat(ended.taken()).isZero();
        assertThat(ended.rejected()).isOne();
        assertThat(rows("select count(*) from connection where connection_id = :id and sanctioned_load_w = 2000", row))
                .isOne();
    }

    @Test
    void whoErasedAndWhyIsOnRecord() {
        Row row = Row.of("7900000020").mobile("9897090020");
        api.imported(Row.file(row));

        api.erase(row.connectionId(), "deceased", ConsumerApi.MATHURA)
                .expectStatus()
                .isOk();

        api.get("audit?connection=" + row.connectionId(), "supervisor", ConsumerApi.MATHURA)
                .expectBody()
                .jsonPath("$.entries[0].action")
                .isEqualTo("PERSON_ERASED")
                .jsonPath("$.entries[0].subject")
                .isEqualTo("test-supervisor")
                .jsonPath("$.entries[0].detail")
                .isEqualTo("reason: DECEASED");
    }

    @Test
    void anErasureCanBeRepeated() {
        Row row = Row.of("7900000030").mobile("9897090030");
        api.imported(Row.file(row));

        api.erase(row.connectionId(), "requested", ConsumerApi.MATHURA)
                .expectStatus()
                .isOk();
        api.erase(row.connectionId(), "requested", ConsumerApi.MATHURA)
                .expectStatus()
                .isOk();
    }

    @Test
    void whatSomebodyChangedMeanwhileIsNotErasedUnseen() {
        Row row = Row.of("7900000050").mobile("9897090050");
        api.imported(Row.file(row));
        String seen = api.tag(row.connectionId(), ConsumerApi.MATHURA);
        api.challenge(row.connectionId(), "9897090051");

        api.erase(row.connectionId(), "requested", seen, ConsumerApi.MATHURA)
                .expectStatus()
                .isEqualTo(HttpStatus.PRECONDITION_FAILED);
        api.erase(row.connectionId(), "requested", null, ConsumerApi.MATHURA)
                .expectStatus()
                .isEqualTo(HttpStatus.PRECONDITION_REQUIRED);

        assertThat(rows("select count(*) from connection where connection_id = :id and name is not null", row))
                .isOne();
        assertThat(rows("select count(*) from contact_number where connection_id = :id", row))
                .isEqualTo(2);
    }

    @Test
    void onlySupervisorsOfTheAreaEraseAndTheySayWhy() {
        Row row = Row.of("7900000040").mobile("9897090040");
        api.imported(Row.file(row));

        api.erase(row.connectionId(), "requested", ConsumerApi.ALIGARH)
                .expectStatus()
                .isNotFound();
        api.erase(row.connectionId(), "because", ConsumerApi.MATHURA)
                .expectStatus()
                .isBadRequest();
        api.post(
                        "/api/v1/connections/" + row.connectionId() + "/erasure",
                        Map.of("reason", "requested"),
                        "officer",
                        ConsumerApi.MATHURA)
                .expectStatus()
                .isForbidden();

        assertThat(rows("select count(*) from contact_number where connection_id = :id", row))
                .isEqualTo(1);
    }

    private long waitingForALock() {
        return database.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock' and state = 'active'")
                .mapValue(Long.class)
                .one()
                .blockOptional()
                .orElseThrow();
    }

    private static DataBuffer bytes(String text) {
        return DefaultDataBufferFactory.sharedInstance.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] lastOnTopic(Row row) {
        List<byte[]> values = topics.readAllBytes(Topics.CONTACTS.name()).stream()
                .filter(record -> new String(record.key(), StandardCharsets.UTF_8).equals(row.connectionId()))
                .map(record -> record.value())
                .toList();
        return values.isEmpty() ? new byte[0] : values.getLast();
    }

    private long rows(String sql, Row row) {
        return database.sql(sql)
                .bind("id", row.connectionId())
                .mapValue(Long.class)
                .one()
                .blockOptional()
                .orElseThrow();
    }
}
