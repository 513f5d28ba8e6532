package in.sampark.campaign;

import static in.sampark.campaign.World.RECORDED;
import static in.sampark.campaign.World.newArea;
import static in.sampark.campaign.World.newConsumer;
import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.contract.Topics;
import in.sampark.contract.consumer.ContactStanding;
import in.sampark.contract.notification.UnreachableReason;
import in.sampark.platform.test.TestTopics;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Who stands on the worklist, where, and what is told of them. */
@CampaignTest
class WorklistTest {

    private static final Instant NOON = Instant.parse("2026-09-01T06:30:00Z");

    @Autowired
    World world;

    @Autowired
    Reading reading;

    @Autowired
    TestTopics topics;

    private final String area = newArea();
    private final String consumer = newConsumer();

    @Test
    void whoeverHasNoProvenNumberIsListedMostNegativeFirst() {
        String owing = newConsumer();
        String proven = newConsumer();
        String unknown = newConsumer();
        String owingMore = newConsumer();
        String inCredit = newConsumer();
        Stream.of(owing, proven, unknown, owingMore, inCredit).forEach(id -> world.connection(id, area));
        world.contact(owing, ContactStanding.CLAIMED, 1);
        world.contact(proven, ContactStanding.VERIFIED, 1, NOON);
        world.contact(owingMore, ContactStanding.NONE, 1);
        world.contact(inCredit, ContactStanding.DOUBTED, 1, NOON);
        world.balance(owing, -50_000, 1);
        world.balance(proven, -90_000, 1);
        world.balance(owingMore, -50_001, 1);
        world.balance(inCredit, 20_000, 1);

        List<JsonNode> worklist = world.worklist(area);

        assertThat(World.ids(worklist)).containsExactly(owingMore, owing, inCredit, unknown);
        assertThat(worklist)
                .extracting(entry -> entry.required("standing").asString())
                .containsExactly("NONE", "CLAIMED", "DOUBTED", "NO_CONTACT");
        assertThat(worklist)
                .extracting(entry -> entry.path("doubtReason").asString("none"))
                .containsExactly("none", "none", "NOT_MINE", "none");
    }

    @Test
    void anEntrySaysWhereToGoAndWhatWasMissed() {
        world.connection(consumer, area);
        world.contact(consumer, ContactStanding.CLAIMED, 3);
        world.balance(consumer, -12_345, 1);
        world.unreachable(consumer, "RECHARGE_CREDITED", UnreachableReason.NUMBER_NOT_VERIFIED, NOON);
        world.unreachable(consumer, "LOW_BALANCE", UnreachableReason.NO_NUMBER, NOON.minusSeconds(60));
        world.unreachable(consumer, "LOW_BALANCE", UnreachableReason.NO_CONTACT, NOON.minusSeconds(90));

        world.get("officer", area, "/api/v1/worklist")
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                {"entries": [{
                  "connectionId": "%s", "accountNo": "%s", "areaPath": "%s", "substation": "SS1", "feederCode": "F1", "dtCode": "DT1",
                  "standing": "CLAIMED", "availablePaise": -12345, "since": "%s",
                  "unreached": {"count": 3, "kinds": ["LOW_BALANCE", "RECHARGE_CREDITED"],
                                "lastAt": "2026-09-01T06:30:00Z", "lastReason": "NUMBER_NOT_VERIFIED"}
                }]}
                """.formatted(consumer, consumer.substring(6), area, RECORDED.plusSeconds(3)));
    }

    @Test
    void theSameNoticeTwiceWasMissedOnce() {
        world.connection(consumer, area);
        world.unreachable(consumer, "LOW_BALANCE", UnreachableReason.NO_CONTACT, NOON);
        reading.awaitEnd();
        world.unreachable(consumer, "LOW_BALANCE", UnreachableReason.NO_CONTACT, NOON);

        assertThat(missed(world.entry(area))).isEqualTo(1);
    }

    @Test
    void whoIsVerifiedLeavesAndComesBackWhenTheNumberIsDoubted() {
        world.connection(consumer, area);
        world.contact(consumer, ContactStanding.CLAIMED, 1);
        world.unreachable(consumer, "LOW_BALANCE", UnreachableReason.NUMBER_NOT_VERIFIED, NOON.minusSeconds(1));
        assertThat(missed(world.entry(area))).isEqualTo(1);

        world.contact(consumer, ContactStanding.VERIFIED, 2, NOON);
        assertThat(world.listed(area)).isEmpty();

        world.contact(consumer, ContactStanding.DOUBTED, 3, NOON);
        world.unreachable(consumer, "BALANCE_EXHAUSTED", UnreachableReason.NUMBER_DOUBTED, NOON.plusSeconds(1));
        JsonNode back = world.entry(area);
        assertThat(back.required("standing").asString()).isEqualTo("DOUBTED");
        assertThat(back.required("unreached").required("kinds").toString()).isEqualTo("[\"BALANCE_EXHAUSTED\"]");
        assertThat(missed(back)).isEqualTo(1);
    }

    @Test
    void aStandingThisBuildDoesNotKnowIsNotProven() {
        world.connection(consumer, area);
        world.contact(consumer, ContactStanding.UNKNOWN, 1);

        assertThat(world.entry(area).required("standing").asString()).isEqualTo("UNKNOWN");
    }

    @Test
    void theTopicsMaySpeakInAnyOrder() {
        Map<String, Consumer<String>> words = Map.of(
                "connection", id -> world.connection(id, area),
                "contact", id -> world.contact(id, ContactStanding.CLAIMED, 1),
                "balance", id -> world.balance(id, -700, 1),
                "notice", id -> world.unreachable(id, "LOW_BALANCE", UnreachableReason.NUMBER_NOT_VERIFIED, NOON));
        List<List<String>> orders = orders(List.copyOf(words.keySet()));
        List<String> consumers = orders.stream().map(order -> newConsumer()).toList();

        for (int step = 0; step < words.size(); step++) {
            for (int one = 0; one < orders.size(); one++) {
                words.get(orders.get(one).get(step)).accept(consumers.get(one));
            }
            reading.awaitEnd();
        }

        assertThat(world.worklist(area)).hasSize(24).allSatisfy(entry -> {
            assertThat(entry.required("availablePaise").asLong()).isEqualTo(-700);
            assertThat(entry.required("standing").asString()).isEqualTo("CLAIMED");
            assertThat(missed(entry)).isEqualTo(1);
        });
    }

    @Test
    void anOlderVersionChangesNothing() {
        world.connection(consumer, area, 2);
        world.contact(consumer, ContactStanding.DOUBTED, 2, NOON);
        world.balance(consumer, -200, 2);
        reading.awaitEnd();
        world.connection(consumer, newArea(), 1);
        world.contact(consumer, ContactStanding.VERIFIED, 1, NOON);
        world.balance(consumer, -100, 1);

        JsonNode entry = world.entry(area);
        assertThat(entry.required("availablePaise").asLong()).isEqualTo(-200);
        assertThat(entry.required("standing").asString()).isEqualTo("DOUBTED");
    }

    @Test
    void whatIsRemovedIsForgottenUntilANewerStateComes() {
        world.connection(consumer, area);
        world.contact(consumer, ContactStanding.VERIFIED, 4, NOON);
        world.balance(consumer, -100, 4);
        assertThat(world.listed(area)).isEmpty();

        topics.sendTombstone(Topics.CONTACTS, consumer);
        topics.sendTombstone(Topics.BALANCES, consumer);
        reading.awaitEnd();
        world.contact(consumer, ContactStanding.VERIFIED, 4, NOON);
        world.balance(consumer, -100, 4);
        JsonNode forgotten = world.entry(area);
        assertThat(forgotten.required("standing").asString()).isEqualTo("NO_CONTACT");
        assertThat(forgotten.has("availablePaise")).isFalse();

        topics.sendTombstone(Topics.CONNECTIONS, consumer);
        reading.awaitEnd();
        world.connection(consumer, area, 1);
        assertThat(world.listed(area)).isEmpty();

        world.connection(consumer, area, 2);
        world.balance(consumer, -300, 5);
        assertThat(world.entry(area).required("availablePaise").asLong()).isEqualTo(-300);
    }

    @Test
    void aConnectionThatMovesIsListedWhereItIsNow() {
        String elsewhere = newArea();
        world.connection(consumer, area, 1);
        assertThat(world.listed(area)).containsExactly(consumer);

        world.connection(consumer, elsewhere, 2);
        assertThat(world.listed(area)).isEmpty();
        assertThat(world.listed(elsewhere)).containsExactly(consumer);
    }

    @Test
    void whoIsNoLongerSuppliedStaysListedWithTheLastDay() {
        world.ended(consumer, area, LocalDate.of(2026, 6, 30));

        assertThat(world.entry(area).required("supplyTo").asString()).isEqualTo("2026-06-30");
    }

    private static long missed(JsonNode entry) {
        return entry.required("unreached").required("count").asLong();
    }

    private static List<List<String>> orders(List<String> words) {
        if (words.isEmpty()) {
            return List.of(List.of());
        }
        List<List<String>> all = new ArrayList<>();
        for (String first : words) {
            for (List<String> rest :
                    orders(words.stream().filter(word -> !word.equals(first)).toList())) {
                all.add(Stream.concat(Stream.of(first), rest.stream()).toList());
            }
        }
        return all;
    }
}
