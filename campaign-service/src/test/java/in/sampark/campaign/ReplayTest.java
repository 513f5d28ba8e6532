package in.sampark.campaign;

import static in.sampark.campaign.World.newArea;
import static in.sampark.campaign.World.newConsumer;
import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.contract.Topics;
import in.sampark.contract.consumer.ContactStanding;
import in.sampark.contract.notification.UnreachableReason;
import in.sampark.platform.test.TestTopics;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/** Reading the topics again from their beginning. */
@CampaignTest
class ReplayTest {

    private static final Instant NOON = Instant.parse("2026-09-01T06:30:00Z");

    @Autowired
    World world;

    @Autowired
    Reading reading;

    @Autowired
    TestTopics topics;

    @Autowired
    DatabaseClient database;

    private final String area = newArea();

    @BeforeEach
    void muchHasHappened() {
        for (int one = 0; one < 20; one++) {
            String id = newConsumer();
            world.connection(id, newArea(), 1);
            world.contact(id, ContactStanding.CLAIMED, 1);
            world.unreachable(id, "LOW_BALANCE", UnreachableReason.NUMBER_NOT_VERIFIED, NOON);
            world.balance(id, -one, 1);
            world.contact(
                    id, one % 2 == 0 ? ContactStanding.VERIFIED : ContactStanding.DOUBTED, 2, NOON.plusSeconds(1));
            world.unreachable(id, "LOW_BALANCE", UnreachableReason.NUMBER_DOUBTED, NOON.plusSeconds(2));
            world.connection(id, area, 2);
            world.balance(id, 100 - one, 2);
            if (one % 5 == 0) {
                topics.sendTombstone(List.of(Topics.CONTACTS, Topics.BALANCES).get(one % 2), id);
            }
            if (one % 9 == 1) {
                topics.sendTombstone(Topics.CONNECTIONS, id);
            }
        }
        assertThat(world.listed(area)).hasSizeBetween(8, 19);
    }

    @Test
    void changesNoRow() throws Exception {
        List<String> before = rows();

        reading.again(() -> {});

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void buildsTheSameWorklistFromNothing() throws Exception {
        var before = world.worklist(area);

        reading.again(() ->
                database.sql("truncate consumers, missed_notices, inbox").then().block());

        assertThat(world.worklist(area)).isEqualTo(before);
    }

    private List<String> rows() {
        return database.sql("""
                        select c::text from consumers c union all select m::text from missed_notices m
                        union all select i::text from inbox i order by 1
                        """).mapValue(String.class).all().collectList().block();
    }
}
