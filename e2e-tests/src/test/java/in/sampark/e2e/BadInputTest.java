package in.sampark.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.contract.Topics;
import in.sampark.contract.utility.MeterReading;
import in.sampark.contract.utility.Outage;
import in.sampark.contract.utility.OutageLevel;
import in.sampark.contract.utility.OutageStage;
import in.sampark.contract.utility.OutageWords;
import in.sampark.infrastructure.Database;
import in.sampark.launcher.RunningSystem;
import in.sampark.launcher.story.Api.Who;
import in.sampark.launcher.story.MeterStory;
import in.sampark.platform.serde.AvroSerde;
import in.sampark.platform.serde.SerdeSettings;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is wrong comes back with its reason, and what is right beside it is handled. */
class BadInputTest {

    private static final String READINGS = Topics.Name.METER_READINGS;
    private static final String METER_DEAD_LETTERS = READINGS + ".meter-service.dlt";

    /** The meter read last on 31 July 2019, and the noon of that day: between two registers, so it changes no bill. */
    private static final String CONNECTION = "DVVNL:7010000002";

    private static final String OUTAGE = "DVVNL:BAD-INPUT";

    private static final Instant NOON = Instant.parse("2019-07-31T06:30:00Z");
    private static final Instant TOMORROW = Instant.parse("2019-08-01T18:30:00Z");

    private final RunningSystem system = PlayedStory.ofTheFirst92Days().system();
    private final World world = new World(system);
    private final AvroSerde serde = AvroSerde.of(
            SerdeSettings.ofRegistry(URI.create(system.infrastructure().registryUrl())));

    @Test
    void badReadingsBecomeDeadLettersWithTheirReasonAndGoodOnesOfTheBatchAreRecorded() throws SQLException {
        long register = register();
        long before = readings();

        send(List.of(
                record("DVVNL:0000000000", reading("DVVNL:0000000000", NOON, 1)),
                record(CONNECTION, reading(CONNECTION, NOON.plusSeconds(1), -1)),
                record(CONNECTION, reading(CONNECTION, NOON, register)),
                record(CONNECTION, reading(CONNECTION, TOMORROW, register)),
                new ProducerRecord<>(READINGS, bytes(CONNECTION), bytes("no reading at all"))));
        world.awaitSettled();

        assertThat(readings()).isEqualTo(before + 1);
        assertThat(reasons())
                .anyMatch(reason -> reason.equals("connectionId: DVVNL:0000000000 (expected: a known connection)"))
                .anyMatch(reason -> reason.equals("registerWh: -1 (expected: >= 0)"))
                .anyMatch(reason -> reason.startsWith("registerAt: " + TOMORROW + " (expected: at most "))
                .anyMatch(reason -> reason.startsWith("value: 17 bytes starting with 0x6e (expected: magic byte"));
    }

    @Test
    void aBrokenRowOfAnImportIsReportedAndTheGoodOnesAreTaken() {
        String header = "account_no,name,mobile,language,discom,zone,circle,division,sub_division,substation,"
                + "feeder_code,dt_code,category,sanctioned_load_kw,billing_mode,meter_no,supply_from,supply_to\n";
        String good = "%s,Asha,,hi,DVVNL,AGRA,MATHURA,D1,S1,SS1,F1,DT1,LMV-1-URBAN,2,prepaid,M1,2019-08-01,\n";

        Who sender = new Who("billing-master", "integration", "DVVNL");
        URI service = system.service("consumer-service");
        JsonNode sent = world.api()
                .post(
                        service.resolve("/api/v1/imports"),
                        sender,
                        "text/csv",
                        BodyPublishers.ofString(header
                                + good.formatted("7019999991")
                                + good.formatted("70199")
                                + good.formatted("7019999992").replace(",2,prepaid", ",-2,prepaid")
                                + "7019999993,too,few\n"
                                + good.formatted("7019999994")));
        URI address =
                service.resolve("/api/v1/imports/" + sent.required("importId").asString());
        JsonNode job = Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> world.api().get(address, sender), seen -> seen.has("endedAt"));

        assertThat(job.required("taken").asInt()).isEqualTo(2);
        assertThat(job.required("rejected").asInt()).isEqualTo(3);
        assertThat(world.api().text(URI.create(address + "/errors"), sender).lines())
                .hasSize(4)
                .anyMatch(line -> line.startsWith("3,account_no,70199,"))
                .anyMatch(line -> line.startsWith("4,sanctioned_load_kw,'-2,"))
                .anyMatch(line -> line.startsWith("5,,3 fields,18 fields"));
    }

    /** Supply on a feeder that nobody hangs on: what both services hold of it is seen, and nobody is told. */
    @Test
    void ofAnOutageConsumersAreToldWhatTheControlRoomSees() throws SQLException {
        Instant from = MeterStory.time(system).truncatedTo(ChronoUnit.SECONDS);
        sendOutages(
                outage(1, OutageStage.STARTED, from),
                outage(2, OutageStage.CANCELLED, from),
                restored(3, from, from.plus(Duration.ofHours(1))),
                outage(4, OutageStage.STARTED, from),
                Outage.newBuilder(outage(5, OutageStage.REVISED, from))
                        .setExpectedRestorationAt(from.plus(Duration.ofDays(4000)))
                        .build());
        world.awaitSettled();
        assertThat(held()).containsExactly("1 STARTED", "1 STARTED");

        sendOutages(restored(2, from, from));
        world.awaitSettled();

        assertThat(held()).containsExactly("2 RESTORED", "2 RESTORED");
    }

    private void sendOutages(Outage... outages) {
        send(Stream.of(outages)
                .map(outage ->
                        new ProducerRecord<>(Topics.Name.OUTAGES, bytes(OUTAGE), serde.write(Topics.OUTAGES, outage)))
                .toList());
    }

    private static Outage restored(long revision, Instant from, Instant at) {
        return Outage.newBuilder(outage(revision, OutageStage.RESTORED, from))
                .setRestoredAt(at)
                .build();
    }

    private static Outage outage(long revision, OutageStage stage, Instant from) {
        return Outage.newBuilder()
                .setEventId(OUTAGE + " " + revision)
                .setOccurredAt(from)
                .setDiscom("DVVNL")
                .setOutageId(OUTAGE)
                .setRevision(revision)
                .setStage(stage)
                .setLevel(OutageLevel.FEEDER)
                .setAssets(List.of("BAD-INPUT-F1"))
                .setFromAt(from)
                .setExpectedRestorationAt(from.plus(Duration.ofHours(2)))
                .setWords(Map.of("en", new OutageWords("Noorbari", "transformer repair")))
                .build();
    }

    /** How the outage stands at meter-service, and at notification-service. */
    private List<String> held() throws SQLException {
        String sql = "select revision || ' ' || standing from %s where outage_id = '" + OUTAGE + "'";
        return List.of(
                text("meter-service", sql.formatted("outage")), text("notification-service", sql.formatted("outages")));
    }

    private void send(List<ProducerRecord<byte[], byte[]>> records) {
        try (var producer = new KafkaProducer<>(world.client(), new ByteArraySerializer(), new ByteArraySerializer())) {
            records.forEach(producer::send);
        }
    }

    private ProducerRecord<byte[], byte[]> record(String key, MeterReading reading) {
        return new ProducerRecord<>(READINGS, bytes(key), serde.write(Topics.METER_READINGS, reading));
    }

    private static MeterReading reading(String connectionId, Instant at, long wh) {
        return MeterReading.newBuilder()
                .setEventId(UUID.randomUUID().toString())
                .setOccurredAt(at)
                .setDiscom("DVVNL")
                .setConnectionId(connectionId)
                .setRegisterAt(at)
                .setRegisterWh(wh)
                .build();
    }

    private List<String> reasons() {
        return world.records(METER_DEAD_LETTERS).stream()
                .map(letter ->
                        new String(letter.headers().lastHeader("sampark-reason").value(), StandardCharsets.UTF_8))
                .toList();
    }

    /** What the connection's register showed at the end of 30 July. */
    private long register() throws SQLException {
        return number("select register_wh from reading where connection_id = '" + CONNECTION + "' and register_at < '"
                + NOON + "' order by register_at desc limit 1");
    }

    private long readings() throws SQLException {
        return number("select count(*) from reading");
    }

    private long number(String sql) throws SQLException {
        return Long.parseLong(text("meter-service", sql));
    }

    private String text(String service, String sql) throws SQLException {
        Database database = system.database(service);
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
