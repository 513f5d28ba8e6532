package in.sampark.campaign;

import static in.sampark.campaign.World.newArea;
import static in.sampark.campaign.World.newConsumer;
import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.contract.consumer.ContactStanding;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/** Numbers do not stay here, not even sealed. */
@CampaignTest
class PrivacyTest {

    @Autowired
    World world;

    @Autowired
    DatabaseClient database;

    @Test
    void nothingOfASealedNumberIsKept() {
        String area = newArea();
        String consumer = newConsumer();
        world.connection(consumer, area);
        world.contact(consumer, ContactStanding.CLAIMED, 1);
        assertThat(world.listed(area)).containsExactly(consumer);

        String hex = HexFormat.of().formatHex(World.SEALED.getBytes(StandardCharsets.UTF_8));
        List<String> rows = rows("select tablename::text from pg_tables where schemaname = 'public'").stream()
                .flatMap(table -> rows("select t::text from " + table + " t").stream())
                .toList();
        assertThat(rows).anyMatch(row -> row.contains(consumer));
        assertThat(rows).noneMatch(row -> row.contains(World.SEALED) || row.contains(hex));
    }

    private List<String> rows(String sql) {
        return database.sql(sql)
                .mapValue(String.class)
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }
}
