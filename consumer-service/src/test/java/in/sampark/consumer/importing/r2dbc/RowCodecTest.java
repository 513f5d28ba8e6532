package in.sampark.consumer.importing.r2dbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import in.sampark.consumer.connection.domain.AreaPath;
import in.sampark.consumer.connection.domain.BillingMode;
import in.sampark.consumer.connection.domain.Connection;
import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.connection.domain.ConsumerName;
import in.sampark.consumer.connection.domain.FeedingPoint;
import in.sampark.consumer.connection.domain.SupplyPeriod;
import in.sampark.consumer.contact.domain.Language;
import in.sampark.consumer.contact.domain.MobileNumber;
import in.sampark.consumer.importing.domain.DeclaredConnection;
import in.sampark.consumer.importing.domain.RowReading.Good;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowCodecTest {

    private static final LocalDate MAY = LocalDate.of(2019, 5, 1);

    @Test
    void rowsComeOutAsTheyWentIn() {
        Connection full = new Connection(
                new ConnectionId("DVVNL", "7010000001"),
                AreaPath.of("DVVNL", "AGRA", "MATHURA", "D1", "उप खंड"),
                new ConsumerName("आशा 😀"),
                new FeedingPoint("SS", "F", "DT"),
                "LMV-1",
                2500,
                BillingMode.POSTPAID,
                "MH01",
                new SupplyPeriod(MAY, MAY.plusYears(2)),
                MAY.plusDays(9));
        Connection bare = new Connection(
                new ConnectionId("DVVNL", "7010000002"),
                full.area(),
                null,
                full.feedingPoint(),
                "LMV-1",
                1,
                BillingMode.PREPAID,
                null,
                new SupplyPeriod(MAY, null));
        List<Good> rows = List.of(
                new Good(2, new DeclaredConnection(full, Language.HINDI, new MobileNumber("+919897010001"))),
                new Good(1L << 40, new DeclaredConnection(bare, Language.ENGLISH, null)));

        assertThat(RowCodec.read(RowCodec.write(rows))).isEqualTo(rows);
        assertThat(RowCodec.read(RowCodec.write(List.of()))).isEmpty();
    }

    @Test
    void rowsOfAnotherReleaseAreNotGuessedAt() {
        byte[] staged = RowCodec.write(List.of());
        staged[0]++;

        assertThatIllegalStateException()
                .isThrownBy(() -> RowCodec.read(staged))
                .withMessageContaining("expected: 2");
    }
}
