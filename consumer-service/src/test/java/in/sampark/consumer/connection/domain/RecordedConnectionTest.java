package in.sampark.consumer.connection.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RecordedConnectionTest {

    private static final Connection DECLARED = connection("7010000001", 2000);

    @Test
    void firstRecordIsVersionOne() {
        assertThat(RecordedConnection.first(DECLARED).version()).isOne();
    }

    @Test
    void sayingTheSameAgainIsNoChange() {
        assertThat(RecordedConnection.first(DECLARED).next(connection("7010000001", 2000)))
                .isEmpty();
    }

    @Test
    void changeIsTheNextVersion() {
        Connection more = connection("7010000001", 3000);

        assertThat(RecordedConnection.first(DECLARED).next(more)).contains(new RecordedConnection(more, 2));
    }

    @Test
    void anotherConnectionIsNoChangeOfThisOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordedConnection.first(DECLARED).next(connection("7010000002", 2000)));
    }

    @Test
    void loadIsAboveZero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> connection("7010000001", 0))
                .withMessage("sanctioned load: 0 W (expected: > 0)");
    }

    @Test
    void supplyDoesNotEndBeforeItStarts() {
        LocalDate day = LocalDate.of(2019, 5, 1);

        assertThat(new SupplyPeriod(day, day)).isNotNull();
        assertThatIllegalArgumentException().isThrownBy(() -> new SupplyPeriod(day, day.minusDays(1)));
    }

    @Test
    void areaHasAllItsLevels() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AreaPath("DVVNL/AGRA"));
        assertThatIllegalArgumentException().isThrownBy(() -> new AreaPath("DVVNL/AGRA//MATHURA-URBAN-1/SD1"));
    }

    @Test
    void nameStaysOutOfText() {
        assertThat(DECLARED.toString()).doesNotContain("Asha");
    }

    private static Connection connection(String accountNo, long load) {
        return new Connection(
                new ConnectionId("DVVNL", accountNo),
                new AreaPath("DVVNL/AGRA/MATHURA/MATHURA-URBAN-1/MATHURA-URBAN-1-SD1"),
                new ConsumerName("Asha"),
                new FeedingPoint("SS1", "F1", "DT1"),
                "LMV-1-URBAN",
                load,
                BillingMode.PREPAID,
                "MH01",
                new SupplyPeriod(LocalDate.of(2019, 5, 1), null));
    }
}
