package in.sampark.campaign.worklist.r2dbc;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.campaign.worklist.domain.Area;
import in.sampark.campaign.worklist.domain.Wanted;
import in.sampark.platform.test.IntegrationTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** A page costs what it shows, however many stand on the worklist: it is a range of an index, read in its order. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorklistIndexTest {

    private static final int CONSUMERS = 20_000;
    private static final int LIMIT = 50;

    private static final String MANY = """
            insert into consumers (connection_id, area_path, account_no, substation, feeder_code, dt_code, recorded_at, standing, available_paise)
            select 'BIG:' || n, 'BIG/Z' || n %% 2 || '/C' || n %% 4 || '/D' || n %% 8 || '/SD' || n %% 16, n, 'SS' || n %% 20,
                   'F' || n %% 20, 'DT', now(), case n %% 3 when 0 then 'VERIFIED' else 'CLAIMED' end,
                   case when n %% 10 > 0 then hashint4(n) / 10000 end
            from generate_series(1, %d) as n
            """.formatted(CONSUMERS);

    @Autowired
    DatabaseClient database;

    @BeforeAll
    void manyConsumers() {
        run(MANY);
        run("analyze consumers");
    }

    @AfterAll
    void noneAgain() {
        run("delete from consumers where connection_id like 'BIG:%'");
    }

    @ParameterizedTest
    @CsvSource({
        "BIG,,, worklist_of_discom",
        "BIG/Z1,,, worklist_of_zone",
        "BIG/Z1/C3,,, worklist_of_circle",
        "BIG/Z1/C3/D3,,, worklist_of_division",
        "BIG/Z1/C3/D3/SD3,,, worklist_of_sub_division",
        "BIG, SS3,, worklist_of_substation",
        "BIG,, F3, worklist_of_feeder"
    })
    void aPageIsARangeOfOneIndex(String area, @Nullable String substation, @Nullable String feeder, String index) {
        String plan = plan(new Wanted(new Area(area), substation, feeder));

        assertThat(plan).contains("Index Scan using " + index + " on consumers").doesNotContain("Sort Key: consumers.");
    }

    private String plan(Wanted wanted) {
        GenericExecuteSpec explain = database.sql("explain " + WorklistSearch.sql(wanted))
                .bind("area", wanted.area().path())
                .bind("priority", -100_000L)
                .bind("connectionId", "BIG:1")
                .bind("limit", LIMIT);
        if (wanted.substation() != null) {
            explain = explain.bind("substation", wanted.substation());
        }
        if (wanted.feeder() != null) {
            explain = explain.bind("feeder", wanted.feeder());
        }
        return explain.mapValue(String.class)
                .all()
                .collectList()
                .map(lines -> String.join("\n", lines))
                .blockOptional()
                .orElseThrow();
    }

    private void run(String sql) {
        database.sql(sql).then().block();
    }
}
