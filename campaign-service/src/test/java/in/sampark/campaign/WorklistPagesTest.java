package in.sampark.campaign;

import static in.sampark.campaign.World.DIVISION;
import static in.sampark.campaign.World.newArea;
import static in.sampark.campaign.World.newConsumer;
import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.contract.consumer.ContactStanding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Who may see which part of the worklist, page by page. */
@CampaignTest
class WorklistPagesTest {

    @Autowired
    World world;

    @Autowired
    WebTestClient web;

    private final String area = newArea();

    @Test
    void everyoneStandsOnOnePageThoughManyOweTheSame() {
        List<String> owingTheSame = Stream.generate(World::newConsumer).limit(7).toList();
        List<String> unknown = Stream.generate(World::newConsumer).limit(4).toList();
        Stream.concat(unknown.stream(), owingTheSame.stream()).forEach(id -> world.connection(id, area));
        owingTheSame.forEach(id -> world.balance(id, -10_000, 1));

        List<String> seen = new ArrayList<>();
        JsonNode page = World.page(world.get("officer", area, "/api/v1/worklist?limit=2"));
        seen.addAll(World.ids(World.entries(page)));
        while (page.has("cursor")) {
            assertThat(World.entries(page)).hasSize(2);
            String cursor = page.required("cursor").asString();
            page = World.page(world.get("officer", area, "/api/v1/worklist?limit=2&cursor={cursor}", cursor));
            seen.addAll(World.ids(World.entries(page)));
        }

        assertThat(seen)
                .containsExactlyElementsOf(
                        Stream.concat(owingTheSame.stream(), unknown.stream()).toList());
    }

    @Test
    void anAreaIsSeenWithAllBelowItAndNothingBeside() {
        String id = newConsumer();
        String neighbour = newConsumer();
        world.connection(id, "DVVNL/Z1/C1/D1/" + last(area));
        world.connection(neighbour, "DVVNL/Z1/C1/D1/" + last(area) + "0");

        assertThat(world.listed("DVVNL/Z1/C1/D1/" + last(area))).containsExactly(id);
        for (String path : List.of("DVVNL/Z1/C1/D1", "DVVNL/Z1/C1", "DVVNL/Z1")) {
            assertThat(world.listed(path)).containsExactly(id, neighbour);
        }
        assertThat(world.listed("DVVNL")).contains(id, neighbour);
        for (String path : List.of("DVVNL/Z", "DVVNL/Z1/C1/D1/" + last(area) + "/X")) {
            assertThat(world.listed(path)).isEmpty();
        }
    }

    @Test
    void theAreaAskedForNarrowsTheCallersOwn() {
        String id = newConsumer();
        world.connection(id, area);

        assertThat(asked("officer", DIVISION, area)).containsExactly(id);
        assertThat(asked("supervisor", "DVVNL", area)).containsExactly(id);
        world.get("officer", area, "/api/v1/worklist?area={area}", DIVISION)
                .expectStatus()
                .isForbidden();
        world.get("supervisor", area, "/api/v1/worklist/summary?area={area}", area + "0")
                .expectStatus()
                .isForbidden();
    }

    @Test
    void theSubstationAndTheFeederNarrowItToo() {
        String one = newConsumer();
        String other = newConsumer();
        String third = newConsumer();
        String substation = "SS " + last(area);
        world.connection(one, area, substation, "F1");
        world.connection(other, area, substation, "F2");
        world.connection(third, area, "SS of others", "F2");
        world.connection(newConsumer(), newArea(), substation, "F2");

        assertThat(ids("/api/v1/worklist?substation={s}", substation)).containsExactly(one, other);
        assertThat(ids("/api/v1/worklist?feeder=F2")).containsExactly(other, third);
        assertThat(ids("/api/v1/worklist?feeder=F2&substation={s}", substation)).containsExactly(other);
        assertThat(ids("/api/v1/worklist?feeder=F3")).isEmpty();
    }

    @Test
    void theSummaryCountsByStandingAndSumsWhatIsOwed() {
        String claimed = newConsumer();
        String doubted = newConsumer();
        String inCredit = newConsumer();
        String proven = newConsumer();
        String unheardOf = newConsumer();
        Stream.of(claimed, doubted, inCredit, proven, unheardOf).forEach(id -> world.connection(id, area));
        world.contact(claimed, ContactStanding.CLAIMED, 1);
        world.contact(doubted, ContactStanding.DOUBTED, 1);
        world.contact(inCredit, ContactStanding.CLAIMED, 1);
        world.contact(proven, ContactStanding.VERIFIED, 1);
        world.balance(claimed, -1_000, 1);
        world.balance(doubted, -200, 1);
        world.balance(inCredit, 5_000, 1);
        world.balance(proven, -40_000, 1);

        world.get("supervisor", DIVISION, "/api/v1/worklist/summary?area={area}", area)
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"area": "%s", "consumers": 4, "byStanding": {"CLAIMED": 2, "DOUBTED": 1, "NO_CONTACT": 1}, "owedPaise": 1200}
                        """.formatted(area));
        world.get("supervisor", newArea(), "/api/v1/worklist/summary")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.consumers")
                .isEqualTo(0)
                .jsonPath("$.owedPaise")
                .isEqualTo(0);
    }

    @Test
    void onlyThoseWhoVisitSeeItAndOnlySupervisorsTheSum() {
        for (String role : List.of("helpdesk", "control-room", "integration", "ops")) {
            world.get(role, area, "/api/v1/worklist").expectStatus().isForbidden();
            world.get(role, area, "/api/v1/worklist/summary").expectStatus().isForbidden();
        }
        world.get("officer", area, "/api/v1/worklist/summary").expectStatus().isForbidden();
        world.get("supervisor", area, "/api/v1/worklist").expectStatus().isOk();
        web.get().uri("/api/v1/worklist").exchange().expectStatus().isUnauthorized();
    }

    static List<Arguments> nonsense() {
        return List.of(
                Arguments.of("limit", "0"),
                Arguments.of("limit", "501"),
                Arguments.of("limit", "many"),
                Arguments.of("cursor", "?"),
                Arguments.of("cursor", "bm90IGEgcGxhY2U"),
                Arguments.of("cursor", "MQphAGI"),
                Arguments.of("substation", "S\0"),
                Arguments.of("feeder", "F\0"),
                Arguments.of("area", DIVISION + "/\0"));
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void whatMakesNoSenseIsRefused(String parameter, String value) {
        world.get("officer", DIVISION, "/api/v1/worklist?" + parameter + "={value}", value)
                .expectStatus()
                .isBadRequest();
    }

    private List<String> asked(String role, String own, String asked) {
        return World.ids(World.entries(World.page(world.get(role, own, "/api/v1/worklist?area={area}", asked))));
    }

    private List<String> ids(String address, Object... variables) {
        return World.ids(World.entries(World.page(world.get("officer", area, address, variables))));
    }

    private static String last(String area) {
        return area.substring(area.lastIndexOf('/') + 1);
    }
}
