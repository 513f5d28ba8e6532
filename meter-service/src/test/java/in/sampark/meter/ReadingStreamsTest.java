package in.sampark.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import in.sampark.contract.Topics;
import in.sampark.contract.utility.MeterReading;
import in.sampark.contract.utility.ReadingMoment;
import in.sampark.contract.utility.ReadingQuality;
import in.sampark.meter.balance.domain.Midnight;
import in.sampark.platform.test.TestTokens;
import in.sampark.platform.test.TestTopics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;

/** Readings by the thousand over HTTP: a line each, as CSV, compressed. */
@MeterServiceTest
class ReadingStreamsTest {

    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 3);
    private static final Instant START = Midnight.starting(FIRST);
    private static final int MANY = 20_000;
    private static final int MEGABYTES_OF_BOMB = 256;

    @Autowired
    TestTopics topics;

    @Autowired
    TimeOfDay.Settable clock;

    @Autowired
    Observer service;

    @Autowired
    WebTestClient web;

    @BeforeEach
    void afterTheFirstDay() {
        clock.set(START.plus(Duration.ofDays(1)));
    }

    @Test
    void aStreamOfAnyLengthIsTaken() {
        List<String> ids = IntStream.range(0, 20)
                .mapToObj(i -> connect("DVVNL:71520000" + (10 + i)))
                .toList();
        service.awaitSettled(); // a reading that overtakes its connection is rejected
        String lines = IntStream.range(0, MANY)
                .mapToObj(i -> line(ids.get(i % ids.size()), i, i))
                .collect(Collectors.joining("\n"));

        send(NDJSON, bytes(lines))
                .expectStatus()
                .isAccepted()
                .expectBody()
                .json("{\"taken\": 20000, \"refused\": 0, \"faults\": []}");

        assertThat(sent("DVVNL:71520000")).hasSize(MANY);
        service.awaitSettled();
        assertThat(service.text("select count(*) from reading where connection_id like 'DVVNL:71520000%'"))
                .isEqualTo("20000");
    }

    @Test
    void badLinesAreReportedAndTheGoodOnesAroundThemTaken() {
        String id = connect("DVVNL:7152000101");
        String lines = String.join(
                "\n",
                line(id, 1, 10),
                "{\"connectionId\": \"" + id + "\"",
                line(id, 2, 20),
                "",
                line(id, 3, 30).replace("30}", "-30}"),
                line("PVVNL:1", 4, 40),
                line(id, 5, 50) + " {}",
                line(id, 6, 60) + "\r\n");

        send(NDJSON, bytes(lines)).expectStatus().isAccepted().expectBody().json("""
                        {"taken": 3, "refused": 5, "faults": [
                         {"line": 2, "field": "body", "value": "{\\"connectionId\\": \\"DVVNL:7152000101\\"", "expected": "a JSON object"},
                         {"line": 4, "field": "body", "value": "none", "expected": "a JSON object"},
                         {"line": 5, "field": "registerWh", "value": "-30", "expected": "a whole number >= 0"},
                         {"line": 6, "field": "connectionId", "value": "PVVNL:1", "expected": "DVVNL:<account number>"},
                         {"line": 7, "field": "body", "expected": "a JSON object"}]}""");

        assertThat(sent(id)).extracting(MeterReading::getRegisterWh).containsExactlyInAnyOrder(10L, 20L, 60L);
    }

    @Test
    void csvIsTakenWithItsColumnsInAnyOrder() {
        String id = connect("DVVNL:7152000102");
        String file = "meter_no;register_wh;connection_id;moment;register_at;quality\r\n"
                + "M-1;900;" + id + ";CLOSING;2026-11-03T12:00:00+05:30;ESTIMATED\r\n"
                + ";70.5;" + id + ";;2026-11-03T12:30:00+05:30;\r\n"
                + "M-2;0;" + id + ";OPENING;2026-11-03T12:00:00+05:30;\r\n";

        send(CSV, bytes(file)).expectStatus().isAccepted().expectBody().json("""
                        {"taken": 2, "refused": 1, "faults": [
                         {"line": 3, "field": "registerWh", "value": "70.5", "expected": "a whole number >= 0"}]}""");

        assertThat(sent(id))
                .extracting(MeterReading::getMeterNo, MeterReading::getMoment, MeterReading::getQuality)
                .containsExactly(
                        tuple("M-1", ReadingMoment.CLOSING, ReadingQuality.ESTIMATED),
                        tuple("M-2", ReadingMoment.OPENING, ReadingQuality.MEASURED));
    }

    @Test
    void aFileWithoutAHeaderOrWithoutAnythingIsAProblem() {
        send(CSV, bytes("DVVNL:1,2026-11-03T12:00:00+05:30,5\n"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("header: 3 columns (expected: connection_id,register_at,register_wh,"
                        + " and any of meter_no,moment,quality,event_id, each once)");
        send(NDJSON, bytes("{}\n"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("readings in the stream: none that could be taken (expected: at least one)")
                .jsonPath("$.faults.length()")
                .isEqualTo(3);
    }

    @Test
    void everyDoorTakesGzip() {
        String id = connect("DVVNL:7152000103");
        compressed("application/json", gzip(out -> out.write(bytes("[" + line(id, 1, 1) + "]"))))
                .expectStatus()
                .isAccepted();
        compressed(NDJSON, gzip(out -> out.write(bytes(line(id, 2, 2)))))
                .expectStatus()
                .isAccepted();
        compressed(
                        CSV,
                        gzip(out -> out.write(bytes(
                                "connection_id,register_at,register_wh\n" + id + "," + START.plusSeconds(3) + ",3"))))
                .expectStatus()
                .isAccepted();

        assertThat(sent(id)).extracting(MeterReading::getRegisterWh).containsExactlyInAnyOrder(1L, 2L, 3L);
    }

    @Test
    void whatIsNotCompressedAsItSaysIsAProblem() {
        compressed(NDJSON, bytes("this is not compressed")).expectStatus().isBadRequest();
        web.post()
                .uri("/api/v1/readings")
                .header("Authorization", TestTokens.bearer("integration", "DVVNL", "DVVNL"))
                .header("Content-Type", NDJSON)
                .header("Content-Encoding", "compress")
                .bodyValue(bytes("x"))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("Content-Encoding: compress (expected: gzip, deflate or none)");
    }

    @Test
    void aBombIsNotUnpacked() {
        byte[] blanks = bomb((byte) ' ');
        byte[] lines = bomb((byte) '\n');
        assertThat(blanks.length).isLessThan(1024 * 1024);

        refusedOrCutOff("application/json", blanks);
        refusedOrCutOff(NDJSON, blanks);
        refusedOrCutOff(NDJSON, lines);
        refusedOrCutOff(CSV, blanks);
        refusedOrCutOff(CSV, lines);
    }

    @Test
    void whatWasTakenBeforeAStreamBecameUnreadableIsSaid() {
        String id = connect("DVVNL:7152000104");
        String good =
                IntStream.rangeClosed(1, 1_500).mapToObj(i -> line(id, i, i)).collect(Collectors.joining("\n"));
        send(NDJSON, bytes(good + "\n" + "x".repeat(70_000)))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo(
                        "body: a line of more than 65536 letters (expected: newline-delimited JSON, a reading a line)")
                .jsonPath("$.taken")
                .isEqualTo(1_000)
                .jsonPath("$.throughLine")
                .isEqualTo(1_000);

        assertThat(sent(id)).hasSize(1_000);
    }

    @Test
    void aFileThatWasCutOffIsRefusedAndSaysWhatWasTakenOfIt() {
        String id = connect("DVVNL:7152000105");
        byte[] whole = gzip(out -> {
            for (int i = 1; i <= 2_500; i++) out.write(bytes(line(id, i, i) + "\n"));
        });
        compressed(NDJSON, Arrays.copyOf(whole, whole.length - 4))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("body: compressed, and cut off (expected: whole)")
                .jsonPath("$.taken")
                .isEqualTo(2_000)
                .jsonPath("$.throughLine")
                .isEqualTo(2_000);
        assertThat(sent(id)).hasSize(2_000);

        byte[] array = gzip(out -> out.write(bytes("[" + line(id, 1, 1) + "]")));
        compressed("application/json", Arrays.copyOf(array, array.length - 4))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("body: compressed, and cut off (expected: whole)");
    }

    private String connect(String id) {
        topics.send(Topics.CONNECTIONS, Sent.connection(id, FIRST, FIRST.plusDays(30)));
        return id;
    }

    private static String line(String id, int second, long wh) {
        return "{\"connectionId\": \"%s\", \"registerAt\": \"%s\", \"registerWh\": %d}"
                .formatted(id, START.plusSeconds(1 + second), wh);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private static byte[] gzip(Writing writing) {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] bomb(byte filling) {
        byte[] megabyte = new byte[1024 * 1024];
        Arrays.fill(megabyte, filling);
        return gzip(out -> {
            for (int i = 0; i < MEGABYTES_OF_BOMB; i++) out.write(megabyte);
        });
    }

    /** The door closes as soon as too much has come, if need be before all is sent and the answer read. */
    private void refusedOrCutOff(String type, byte[] bomb) {
        try {
            compressed(type, bomb).expectStatus().is4xxClientError();
        } catch (WebClientRequestException cutOff) {
            assertThat(cutOff).hasRootCauseInstanceOf(IOException.class);
        }
    }

    private WebTestClient.ResponseSpec send(String type, byte[] body) {
        return post(type, body).exchange();
    }

    private WebTestClient.ResponseSpec compressed(String type, byte[] body) {
        return post(type, body).header("Content-Encoding", "gzip").exchange();
    }

    private WebTestClient.RequestHeadersSpec<?> post(String type, byte[] body) {
        return web.mutate()
                .responseTimeout(Duration.ofSeconds(60))
                .build()
                .post()
                .uri("/api/v1/readings")
                .header("Authorization", TestTokens.bearer("integration", "DVVNL", "DVVNL"))
                .header("Content-Type", type)
                .bodyValue(body);
    }

    private List<MeterReading> sent(String prefix) {
        return topics.readAll(Topics.METER_READINGS).stream()
                .filter(reading -> reading.getConnectionId().startsWith(prefix))
                .toList();
    }
}
