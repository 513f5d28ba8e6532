package in.sampark.consumer.connection.r2dbc;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.consumer.ConsumerTest;
import in.sampark.consumer.connection.Connections;
import in.sampark.consumer.connection.ConnectionsWanted;
import in.sampark.consumer.connection.Place;
import in.sampark.consumer.connection.domain.AreaPath;
import in.sampark.consumer.connection.domain.BillingMode;
import in.sampark.consumer.connection.domain.Connection;
import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.connection.domain.ConsumerName;
import in.sampark.consumer.connection.domain.FeedingPoint;
import in.sampark.consumer.connection.domain.NameWords;
import in.sampark.consumer.connection.domain.RecordedConnection;
import in.sampark.consumer.connection.domain.SupplyPeriod;
import in.sampark.platform.crypto.KeyedHash;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** A search reads what it shows and little more, however many connections there are. */
@ConsumerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConnectionSearchTest {

    private static final int CONNECTIONS = 20_000;
    private static final int BATCH = 2_000;
    private static final int SUB_DIVISIONS = 100;
    private static final int FIRST_NAMES = 2_000;
    private static final String COMPANY = "PLANS";
    private static final String SUB_DIVISION = "PLANS/Z/C3/D3/S3";

    @Autowired
    private Connections connections;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private TransactionalOperator transaction;

    @Autowired
    private KeyedHash hash;

    @BeforeAll
    void fill() {
        for (int from = 0; from < CONNECTIONS; from += BATCH) {
            connections
                    .save(
                            IntStream.range(from, from + BATCH)
                                    .mapToObj(ConnectionSearchTest::connection)
                                    .toList(),
                            Instant.parse("2019-05-01T00:00:00Z"))
                    .block();
        }
        database.sql("vacuum analyze connection").then().block();
    }

    @AfterAll
    void clear() {
        database.sql("delete from connection where discom = '" + COMPANY + "'")
                .then()
                .block();
    }

    @Test
    void anAreaIsReadInTheOrderInWhichItIsShown() {
        assertThat(plan(COMPANY, Place.START, null))
                .contains("connection_place")
                .doesNotContain("Seq Scan", "Sort");
        assertThat(plan(SUB_DIVISION, Place.START, null))
                .contains("connection_place")
                .doesNotContain("Seq Scan");
    }

    @Test
    void aPageInTheMiddleBeginsThere() {
        assertThat(plan(COMPANY, new Place("PLANS/Z/C5/D5/S5/", "PLANS:10500"), null))
                .contains("connection_place")
                .doesNotContain("Seq Scan", "Sort");
    }

    @Test
    void aRareNameIsFoundByItsWords() {
        assertThat(plan(COMPANY, Place.START, firstName(7))).contains("connection_name_words");
    }

    @Test
    void thatNobodyHasANameIsFoundByItsWords() {
        assertThat(plan(COMPANY, Place.START, "nobody"))
                .contains("connection_name_words")
                .doesNotContain("Seq Scan");
    }

    @Test
    void aCommonNameIsFoundByWalkingTheArea() {
        assertThat(plan(COMPANY, Place.START, "devi"))
                .contains("connection_place")
                .doesNotContain("Seq Scan", "Sort");
    }

    @Test
    void theAnswerIsRightWhicheverWayItIsFound() {
        assertThat(found(COMPANY, firstName(7))).isEqualTo(CONNECTIONS / FIRST_NAMES);
        assertThat(found(SUB_DIVISION, "devi")).isEqualTo(CONNECTIONS / SUB_DIVISIONS);
        assertThat(found(COMPANY, "nobody")).isZero();
    }

    private int found(String area, String name) {
        return connections.search(wanted(area, name), Place.START, 1000).block().size();
    }

    private String plan(String area, Place after, String name) {
        var search = new ConnectionSearch(new NameIndex(hash));
        return String.join(
                "\n",
                search.prepare(database, wanted(area, name))
                        .thenMany(search.statement(
                                        database, "explain select * from connection", wanted(area, name), after, 101)
                                .mapValue(String.class)
                                .all())
                        .collectList()
                        .as(transaction::transactional)
                        .block());
    }

    private static ConnectionsWanted wanted(String area, String name) {
        return new ConnectionsWanted(
                area, Optional.empty(), Optional.ofNullable(name).map(NameWords::of));
    }

    private static RecordedConnection connection(int n) {
        int subDivision = n % SUB_DIVISIONS;
        return RecordedConnection.first(new Connection(
                new ConnectionId(COMPANY, Integer.toString(10_000 + n)),
                new AreaPath("PLANS/Z/C%1$d/D%1$d/S%1$d".formatted(subDivision)),
                new ConsumerName(firstName(n % FIRST_NAMES) + " Devi"),
                new FeedingPoint("S", "F", "D"),
                "LMV-1-URBAN",
                2000,
                BillingMode.PREPAID,
                null,
                new SupplyPeriod(LocalDate.parse("2019-05-01"), null)));
    }

    /** A word that no other number's begins like. */
    private static String firstName(int n) {
        return "%c%c%clata".formatted('a' + n % 26, 'a' + n / 26 % 26, 'a' + n / 676);
    }
}
