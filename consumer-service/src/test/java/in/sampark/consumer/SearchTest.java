package in.sampark.consumer;

import static in.sampark.consumer.ConsumerApi.ALIGARH;
import static in.sampark.consumer.ConsumerApi.MATHURA;
import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.consumer.ConsumerApi.Challenge;
import in.sampark.consumer.connection.Connections;
import in.sampark.consumer.connection.ConnectionsWanted;
import in.sampark.consumer.connection.Place;
import in.sampark.consumer.connection.domain.AreaPath;
import in.sampark.consumer.connection.domain.BillingMode;
import in.sampark.consumer.connection.domain.Connection;
import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.connection.domain.ConsumerName;
import in.sampark.consumer.connection.domain.FeedingPoint;
import in.sampark.consumer.connection.domain.RecordedConnection;
import in.sampark.consumer.connection.domain.SupplyPeriod;
import in.sampark.platform.security.Caller;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Connections are found by what somebody knows of them, within the area of who asks. */
@ConsumerTest
class SearchTest {

    private static final Row ASHA = new Row("7920000001", "Ashalata Devi", "9897092001", "hi", "MATHURA", "2");
    private static final Row RAM = new Row("7920000002", "Ramkishor Yadav", "9897092001", "hi", "MATHURA", "2");
    private static final Row FAR = new Row("7920000003", "Ashalata Devi", "9897092001", "hi", "ALIGARH", "2");
    private static final int PEOPLE = 25;

    @Autowired
    private ConsumerApi api;

    @Autowired
    private Connections connections;

    @Autowired
    private DatabaseClient database;

    record Entry(String action, @Nullable String detail) {}

    record Entries(List<Entry> entries) {}

    record Found(String connectionId, @Nullable String maskedName, String areaPath) {}

    record PageView(List<Found> entries, @Nullable String cursor) {}

    @BeforeEach
    void imported() {
        api.imported(Row.file(ASHA, RAM, FAR));
    }

    @Test
    void aConnectionIsFoundByItsAccount() {
        assertThat(found("account=7920000001", MATHURA)).containsExactly(ASHA.connectionId());
        assertThat(found("account=7920000003", MATHURA)).isEmpty();
        assertThat(found("account=1", MATHURA)).isEmpty();
    }

    @Test
    void connectionsAreFoundByAnyNumberOnRecord() {
        assertThat(found("number=9897092001", MATHURA)).containsExactly(ASHA.connectionId(), RAM.connectionId());
        assertThat(found("number=09897 092001", ALIGARH)).containsExactly(FAR.connectionId());
        assertThat(found("number=9897092999", MATHURA)).isEmpty();
        Challenge challenge = api.challenge(RAM.connectionId(), "9897092002");
        api.verify(challenge.challengeId(), api.code(challenge)).expectStatus().isOk();
        assertThat(found("number=9897092002", MATHURA)).containsExactly(RAM.connectionId());
        assertThat(found("number=9897092001", MATHURA)).containsExactly(ASHA.connectionId());
    }

    @Test
    void connectionsAreFoundByHowTheWordsOfTheirNameBegin() {
        assertThat(found("name=ashalat", MATHURA)).containsExactly(ASHA.connectionId());
        assertThat(found("name=dev Ashalata", MATHURA)).containsExactly(ASHA.connectionId());
        assertThat(found("name=ashalatb", MATHURA)).isEmpty();
        assertThat(found("name=ashalata&area=" + ALIGARH, "DVVNL")).containsExactly(FAR.connectionId());
    }

    @Test
    void allCluesHaveToFit() {
        assertThat(found("name=ashalata&number=9897092001&account=7920000001", MATHURA))
                .containsExactly(ASHA.connectionId());
        assertThat(found("name=ashalata&account=7920000002", MATHURA)).isEmpty();
        assertThat(found("number=9897092001&account=7920000003", MATHURA)).isEmpty();
    }

    @Test
    void aNameAmongManyThatBeginAlikeIsOnTheFirstPage() {
        Stream<Row> alike = IntStream.range(0, 600).mapToObj(i -> named("79300" + (10_000 + i), "Shivendra Lal"));
        Row wanted = named("7931000001", "Shivenkumar Lal");
        api.imported(Row.file(Stream.concat(alike, Stream.of(wanted)).toArray(Row[]::new)));

        PageView first = page("name=shivenkumar&limit=50", MATHURA);

        assertThat(first.entries()).extracting(Found::connectionId).containsExactly(wanted.connectionId());
        assertThat(first.cursor()).isNull();
        PageView full = page("name=shivendra&limit=50", MATHURA);
        assertThat(full.entries()).hasSize(50);
        assertThat(full.cursor()).isNotNull();
    }

    @Test
    void aFileWithoutANameLeavesTheNameThere() {
        Row named = named("7932000001", "Chandrakala Sen");
        api.imported(Row.file(named));

        assertThat(api.imported(Row.file(named("7932000001", "").load("7"))).taken())
                .isOne();

        assertThat(found("name=chandrakala", MATHURA)).containsExactly(named.connectionId());
        assertThat(page("account=7932000001", MATHURA).entries().getFirst().maskedName())
                .isNotNull();
    }

    @Test
    void aSearchByNumberIsNotedWhetherItFindsOrNot() {
        Row row = named("7933000001", "Om Prakash").mobile("9897092051");
        api.imported(Row.file(row));

        found("account=7933000001", MATHURA);
        found("name=prakash&account=7933000001", MATHURA);
        assertThat(searches(row)).isEmpty();

        found("account=7933000001&number=9897092052", MATHURA);
        found("account=7933000001&number=9897092051", MATHURA);
        found("number=9897092051", MATHURA);
        found("account=7933000001&number=9897092051", ALIGARH);

        assertThat(searches(row)).containsExactlyInAnyOrder("found: false", "found: true", "found: true");
    }

    @Test
    void aNameIsFoundAnewWhenItChanges() {
        Row changed = new Row(RAM.accountNo(), "Balram Singh", RAM.mobile(), "hi", "MATHURA", "2");
        api.imported(Row.file(changed));

        assertThat(found("name=balram", MATHURA)).contains(RAM.connectionId());
        assertThat(found("name=ramkis", MATHURA)).doesNotContain(RAM.connectionId());
    }

    @Test
    void namesAreMasked() {
        assertThat(page("account=7920000001", MATHURA).entries())
                .singleElement()
                .extracting(Found::maskedName)
                .isEqualTo("A*** D***");
    }

    @Test
    void pageByPageEveryConnectionIsShownOnce() {
        api.imported(Row.file(IntStream.range(0, PEOPLE)
                .mapToObj(n -> new Row("79210000" + (10 + n), "Kaushalya Devi", "", "hi", "MATHURA", "2"))
                .toArray(Row[]::new)));

        List<String> shown = new ArrayList<>();
        PageView page = page("name=kaushalya&limit=7", MATHURA);
        while (page.cursor() != null) {
            page.entries().forEach(entry -> shown.add(entry.connectionId()));
            page = page("name=kaushalya&limit=7&cursor=" + page.cursor(), MATHURA);
        }
        page.entries().forEach(entry -> shown.add(entry.connectionId()));

        assertThat(shown).hasSize(PEOPLE).doesNotHaveDuplicates().isSorted();
    }

    @ParameterizedTest
    @ValueSource(strings = {"account=a b", "number=12", "name=--", "limit=0", "cursor=x"})
    void aClueThatIsNoneIsRefused(String clue) {
        search(clue, "DVVNL").expectStatus().isBadRequest();
    }

    @ParameterizedTest
    @ValueSource(strings = {"account=a b", "limit=0", "cursor=x", "area=DVVNL\u0001"})
    void anAddressThatAsksForNothingIsRefused(String query) {
        api.get("connections?" + query, "officer", "DVVNL").expectStatus().isBadRequest();
    }

    @Test
    void anAccountAndAnAreaMayStandInTheAddress() {
        PageView page = ConsumerApi.body(
                api.get("connections?account=7920000001&area=" + MATHURA, "officer", "DVVNL"), PageView.class);

        assertThat(page.entries()).extracting(Found::connectionId).containsExactly(ASHA.connectionId());
    }

    @Test
    void nobodySearchesBeyondTheirArea() {
        api.get("connections?area=" + ALIGARH, "officer", MATHURA)
                .expectStatus()
                .isForbidden();
        search("area=" + ALIGARH, MATHURA).expectStatus().isForbidden();
        api.get("connections", "integration", "DVVNL").expectStatus().isForbidden();
        api.post("/api/v1/connections/search", Map.of(), "integration", "DVVNL")
                .expectStatus()
                .isForbidden();
    }

    /** Names of areas that begin alike, and sort around the slash. */
    @Test
    void forAnyAreasACallerSeesExactlyWhatTheirAreaCovers() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<String> codes = List.of("A", "A-", "A-1", "A0", "A.", "AB", "a", "आ", "A B");
        List<RecordedConnection> all = IntStream.range(0, 200)
                .mapToObj(n -> connection("SCOPE:" + (1000 + n), path(codes, random)))
                .toList();
        connections.save(all, Instant.parse("2019-05-01T00:00:00Z")).block();
        try {
            for (int attempt = 0; attempt < 200; attempt++) {
                String area = top(path(codes, random), 1 + random.nextInt(5));
                Caller caller = new Caller("someone", "SCOPE", area, Set.of("officer"));

                assertThat(idsWithin(area))
                        .as("area %s, seed %d", area, seed)
                        .isEqualTo(all.stream()
                                .map(RecordedConnection::connection)
                                .filter(held -> caller.covers(held.area().path()))
                                .map(held -> held.id().toString())
                                .collect(Collectors.toSet()));
            }
        } finally {
            database.sql("delete from connection where discom = 'SCOPE'").then().block();
        }
    }

    private static Row named(String account, String name) {
        return new Row(account, name, "", "hi", "MATHURA", "2");
    }

    private List<String> searches(Row row) {
        return ConsumerApi.body(api.get("audit?connection=" + row.connectionId(), "supervisor", MATHURA), Entries.class)
                .entries()
                .stream()
                .filter(entry -> entry.action().equals("NUMBER_SEARCHED"))
                .map(entry -> String.valueOf(entry.detail()))
                .toList();
    }

    private Set<String> idsWithin(String area) {
        var wanted = new ConnectionsWanted(area, Optional.empty(), Optional.empty());
        return connections.search(wanted, Place.START, 1000).block().stream()
                .map(found -> found.connection().id().toString())
                .collect(Collectors.toSet());
    }

    private static String path(List<String> codes, Random random) {
        return Stream.concat(
                        Stream.of("SCOPE"),
                        Stream.generate(() -> codes.get(random.nextInt(codes.size())))
                                .limit(4))
                .collect(Collectors.joining("/"));
    }

    private static String top(String path, int levels) {
        return Stream.of(path.split("/")).limit(levels).collect(Collectors.joining("/"));
    }

    private static RecordedConnection connection(String id, String path) {
        return RecordedConnection.first(new Connection(
                ConnectionId.of(id),
                new AreaPath(path),
                new ConsumerName("Asha Devi"),
                new FeedingPoint("S", "F", "D"),
                "LMV-1-URBAN",
                2000,
                BillingMode.PREPAID,
                null,
                new SupplyPeriod(LocalDate.parse("2019-05-01"), null)));
    }

    private List<String> found(String clues, String area) {
        return page(clues, area).entries().stream().map(Found::connectionId).toList();
    }

    private PageView page(String clues, String area) {
        return ConsumerApi.body(search(clues, area), PageView.class);
    }

    private ResponseSpec search(String clues, String area) {
        Map<String, String> wanted = Stream.of(clues.split("&"))
                .map(clue -> clue.split("=", 2))
                .collect(Collectors.toMap(clue -> clue[0], clue -> clue[1]));
        return api.post("/api/v1/connections/search", wanted, "officer", area);
    }
}
