package in.sampark.meter;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.contract.Topics;
import in.sampark.contract.consumer.Connection;
import in.sampark.contract.utility.Outage;
import in.sampark.contract.utility.OutageStage;
import in.sampark.platform.test.TestTokens;
import in.sampark.platform.test.TestTopics;
import in.sampark.platform.time.India;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The notices of {@code data/outages}, as a control room enters them the day before: date and hours as they were printed, beside them the codes of
 * the company's network, and words that fit a message. What is not in the notice cannot be entered.
 */
@MeterServiceTest
class RealNoticesTest {

    private static final Path NOTICES = Path.of("../data/outages/notices.json");

    /**
     * A notice entered.
     *
     * @param discom whose consumers it cuts off
     * @param level that, and its assets, with spaces between
     * @param takesDown level and assets that go off with a transmission line; empty for none
     * @param place as it is told
     * @param comes the windows, local; or what is missing
     */
    private record Entered(
            String discom, String level, String takesDown, String place, String reason, String... comes) {

        List<String> assets() {
            return codes(level);
        }

        boolean refused() {
            return !comes[0].contains("/");
        }

        Instant from(int window) {
            return time(comes[window].substring(0, 16));
        }

        Instant to(int window) {
            return time(comes[window].substring(0, 11) + comes[window].substring(17));
        }

        private static Instant time(String local) {
            return LocalDateTime.parse(local).atZone(India.ZONE).toInstant();
        }
    }

    private static final String SHUTDOWN = "shutdown";
    private static final String MAINTENANCE = "maintenance";

    private static final List<Entered> ENTERED = List.of(
            new Entered(
                    "MVVNL",
                    "FEEDER SAADATGANJ",
                    "",
                    "Saadatganj feeder (Choori Wali Gali)",
                    "repair of a 250 kVA transformer",
                    "2025-09-20T11:00/13:00"),
            new Entered(
                    "MVVNL",
                    "DT CHABUTRA-I CHABUTRA-II",
                    "",
                    "Purana Chabutra, Noorbari (part)",
                    MAINTENANCE,
                    "2025-09-20T10:00/13:00"),
            new Entered(
                    "MVVNL",
                    "SUBSTATION VICTORIA",
                    "",
                    "Victoria substation (Chowk)",
                    MAINTENANCE,
                    "2016-02-22T09:00/18:00"),
            new Entered("MVVNL", "FEEDER RAJAJIPURAM", "", "Rajajipuram", "cable repair", "2016-02-22T10:00/16:00"),
            new Entered(
                    "MVVNL",
                    "TRANSMISSION_LINE 132-KV-AWAS-VIKAS",
                    "",
                    "Hariharpur, Arjunganj, Puranpur 33 kV",
                    "repair, fed from Mohanlalganj meanwhile",
                    "2025-11-15T08:00/10:00"),
            new Entered(
                    "MVVNL",
                    "TRANSMISSION_LINE 132-KV-TIKAIT-RAI-TALAB",
                    "SUBSTATION UPIL MILL-ROAD TALKATORA MAWAIYA-LOCO",
                    "UPIL, Mill Road, Talkatora, Mawaiya Loco",
                    "repair of the main line",
                    "2025-11-16T10:00/14:00"),
            new Entered(
                    "PVVNL",
                    "TRANSMISSION_LINE 220-KV-MULTI 132-KV-SURAJPUR",
                    "FEEDER N50 N52 N56 N60 N63 N64 N67 N72",
                    "Noida sectors 50-72, Surajpur",
                    "line work",
                    "date"),
            new Entered("UPCL", "AREA UPCL/DEHRADUN/CENTRAL", "", "Karanpur, Dalanwala, Nalapani", SHUTDOWN, "date"),
            new Entered("UPCL", "AREA UPCL/DEHRADUN/NORTH", "", "Rajpur, Jakhan, Malsi, Canal Road", SHUTDOWN, "date"),
            new Entered("UPCL", "AREA UPCL/DEHRADUN/NORTH", "", "Kishanpur, Purukul Road", SHUTDOWN, "date"),
            new Entered("UPCL", "AREA", "", "Dehradun", "transformer capacity, line repair", "year", "assets"),
            new Entered(
                    "CSPDCL",
                    "SUBSTATION GDC",
                    "",
                    "GDC substation (Shyam Talkies, Kotwali)",
                    MAINTENANCE,
                    "2024-10-22T10:00/13:30"),
            new Entered(
                    "CSPDCL",
                    "SUBSTATION RAMBHATA",
                    "",
                    "Rambhata substation (Spring Valley)",
                    MAINTENANCE,
                    "2024-10-22T14:30/17:00"),
            new Entered("MPMKVVCL", "FEEDER CHIKHLAR", "", "Chikhlar, Alankar Vihar", MAINTENANCE, "year"),
            new Entered("MPMKVVCL", "FEEDER ITARSI-ROAD", "", "Itarsi Road feeder", MAINTENANCE, "year"),
            new Entered(
                    "BESCOM",
                    "SUBSTATION KV-VIDYA ABBIGERE PEENYA",
                    "",
                    "Abbigere, Peenya, Lakshmipura",
                    "emergency maintenance",
                    "2025-11-24T09:00/12:00"),
            new Entered(
                    "BESCOM",
                    "AREA BESCOM/TUMAKURU/KYATSANDRA",
                    "",
                    "Gandhamachanahalli villages",
                    "link-line maintenance",
                    "2025-11-25T10:00/17:00",
                    "2025-11-26T10:00/17:00"),
            new Entered(
                    "BESCOM",
                    "SUBSTATION JIGANI",
                    "",
                    "Jigani Industrial Area Phase 1",
                    MAINTENANCE,
                    "2019-08-24T10:00/17:00"),
            new Entered(
                    "BESCOM",
                    "SUBSTATION HIRANANDANI",
                    "",
                    "Vishwapriya Layout, Chikkabegur",
                    MAINTENANCE,
                    "2019-08-26T10:00/17:00"),
            new Entered(
                    "BESCOM",
                    "SUBSTATION ATTIBELE",
                    "",
                    "Attibele substation",
                    MAINTENANCE,
                    "2019-08-25T10:00/16:00",
                    "2019-08-26T10:00/16:00",
                    "2019-08-27T10:00/16:00",
                    "2019-08-28T10:00/16:00"),
            new Entered(
                    "BESCOM",
                    "AREA BESCOM/TUMKUR/KANAKAPURA BESCOM/RAMANAGARA/KB-CROSS",
                    "",
                    "Kanakapura and KB Cross divisions",
                    "KPTCL maintenance",
                    "2022-09-28T10:00/16:00",
                    "2022-09-29T10:00/16:00"),
            new Entered(
                    "BESCOM",
                    "AREA BESCOM/BENGALURU/KONANAKUNTE",
                    "",
                    "Konanakunte, Puttenahalli",
                    "cable conversion",
                    "2021-01-18T10:00/17:30",
                    "2021-01-19T10:00/17:30",
                    "2021-01-20T10:00/17:30",
                    "2021-01-21T10:00/17:30",
                    "2021-01-22T10:00/17:30"),
            new Entered(
                    "TANGEDCO",
                    "SUBSTATION TONDIARPET",
                    "",
                    "Tondiarpet, T.H. Road I (part)",
                    "110 kV bus switch, 11 kV maintenance",
                    "2025-08-19T09:00/17:00"),
            new Entered(
                    "TNPDCL",
                    "AREA TNPDCL/CHENNAI/ERUMAIYUR",
                    "",
                    "Erumaiyur, Crusher Area, Rajiv Nagar",
                    "maintenance, may end earlier",
                    "2025-10-29T09:00/14:00"),
            new Entered(
                    "TANGEDCO",
                    "AREA TANGEDCO/CHENNAI/MADAMBAKKAM TANGEDCO/CHENNAI/PERUNGALATHUR",
                    "",
                    "Madambakkam, Perungalathur (part)",
                    "maintenance, may end earlier",
                    "2021-09-08T09:00/14:00"));

    @Autowired
    TestTopics topics;

    @Autowired
    TimeOfDay.Settable clock;

    @Autowired
    Observer service;

    @Autowired
    WebTestClient web;

    static Stream<Arguments> notices() throws IOException {
        JsonNode notices = JsonMapper.shared().readTree(Files.readString(NOTICES));
        assertThat(notices).hasSameSizeAs(ENTERED);
        List<Arguments> all = new ArrayList<>();
        for (int i = 0; i < ENTERED.size(); i++) {
            Entered entered = ENTERED.get(i);
            all.add(Arguments.of(i, entered.place(), notices.get(i), entered));
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("notices")
    void canBeEnteredUnlessItSaysTooLittle(int index, String place, JsonNode notice, Entered entered) {
        assertThat(notice.get("utility").stringValue()).contains(entered.discom());
        if (entered.refused()) {
            isRefusedForWhatIsMissing(index, notice, entered);
        } else {
            isAnnouncedWindowByWindow(index, notice, entered);
        }
    }

    private void isRefusedForWhatIsMissing(int index, JsonNode notice, Entered entered) {
        enter(index, notice, entered)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.missing")
                .value(List.class, missing -> assertThat(missing).hasToString(Arrays.toString(entered.comes())));
        assertThat(told(index, entered)).isEmpty();
    }

    private void isAnnouncedWindowByWindow(int index, JsonNode notice, Entered entered) {
        clock.set(entered.from(0).minus(Duration.ofDays(1)));
        connectWhatItCutsOff(index, entered);

        enter(index, notice, entered).expectStatus().isEqualTo(HttpStatus.ACCEPTED);

        List<Outage> told = told(index, entered);
        assertThat(told).hasSameSizeAs(entered.comes());
        for (int window = 0; window < told.size(); window++) {
            Outage outage = told.get(window);
            assertThat(outage.getOutageId()).isEqualTo(noticeId(index, entered) + "-" + (window + 1));
            assertThat(outage.getStage()).isEqualTo(OutageStage.SCHEDULED);
            assertThat(outage.getLevel().name() + outage.getAssets())
                    .isEqualTo(entered.level().split(" ")[0] + entered.assets());
            assertThat(
                            outage.getTakesDownLevel() == null
                                    ? ""
                                    : outage.getTakesDownLevel() + " " + outage.getTakesDown())
                    .isEqualTo(
                            entered.takesDown().isEmpty()
                                    ? ""
                                    : entered.takesDown().split(" ")[0] + " " + codes(entered.takesDown()));
            assertThat(outage.getFromAt()).isEqualTo(entered.from(window));
            assertThat(outage.getExpectedRestorationAt()).isEqualTo(entered.to(window));
            assertThat(outage.getWords().get("en").getPlace()).isEqualTo(entered.place());
        }
    }

    /** Date, hours and whether it is daily come from the notice; nothing of them is mended here. */
    private WebTestClient.ResponseSpec enter(int index, JsonNode notice, Entered entered) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("noticeId", "REAL-" + index);
        if (notice.hasNonNull("date")) body.put("date", notice.get("date").stringValue());
        if (notice.hasNonNull("daily")) body.put("daily", notice.get("daily").booleanValue());
        body.put(
                "hours",
                List.of(Map.of(
                        "from",
                        notice.get("from").stringValue(),
                        "to",
                        notice.get("to").stringValue())));
        body.put("level", entered.level().split(" ")[0]);
        if (!entered.assets().isEmpty()) body.put("assets", entered.assets());
        if (!entered.takesDown().isEmpty()) {
            body.put(
                    "takesDown",
                    Map.of("level", entered.takesDown().split(" ")[0], "assets", codes(entered.takesDown())));
        }
        if (notice.hasNonNull("backfed"))
            body.put("backfed", notice.get("backfed").booleanValue());
        body.put("words", Map.of("en", Map.of("place", entered.place(), "reason", entered.reason())));
        return web.post()
                .uri("/api/v1/outage-notices")
                .header("Authorization", TestTokens.bearer("control-room", entered.discom(), entered.discom()))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private void connectWhatItCutsOff(int index, Entered entered) {
        String cut = entered.takesDown().isEmpty() ? entered.level() : entered.takesDown();
        String level = cut.split(" ")[0];
        List<String> assets = codes(cut);
        for (int i = 0; i < assets.size(); i++) {
            String id = entered.discom() + ":" + (8_000_000_000L + index * 100L + i);
            String asset = assets.get(i);
            topics.send(
                    Topics.CONNECTIONS,
                    Connection.newBuilder(Sent.connection(id, LocalDate.of(2030, 1, 1), LocalDate.of(2030, 2, 1)))
                            .setDiscom(entered.discom())
                            .setAreaPath(level.equals("AREA") ? asset : entered.discom() + "/X")
                            .setSubstation(level.equals("SUBSTATION") ? asset : "X")
                            .setFeederCode(level.equals("FEEDER") ? asset : "X")
                            .setDtCode(level.equals("DT") ? asset : "X")
                            .build());
        }
        service.awaitSettled();
    }

    private List<Outage> told(int index, Entered entered) {
        return topics.readAll(Topics.OUTAGES).stream()
                .filter(outage -> noticeId(index, entered).equals(outage.getNoticeId()))
                .sorted(Comparator.comparing(Outage::getFromAt))
                .toList();
    }

    private static String noticeId(int index, Entered entered) {
        return entered.discom() + ":REAL-" + index;
    }

    private static List<String> codes(String levelAndAssets) {
        return Arrays.stream(levelAndAssets.split(" ")).skip(1).toList();
    }
}
