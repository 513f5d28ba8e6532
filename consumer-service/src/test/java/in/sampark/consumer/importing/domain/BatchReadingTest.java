package in.sampark.consumer.importing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.consumer.connection.domain.AreaPath;
import in.sampark.consumer.connection.domain.BillingMode;
import in.sampark.consumer.connection.domain.Connection;
import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.connection.domain.FeedingPoint;
import in.sampark.consumer.connection.domain.SupplyPeriod;
import in.sampark.consumer.contact.domain.Language;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BatchReadingTest {

    private static final RowReading.Bad UNCLEAR =
            new RowReading.Bad(List.of(new RowError(3, "zone", "", "x"), new RowError(3, "circle", "", "x")));

    @Test
    void accountNamedTwiceInABatchIsTakenOnce() {
        BatchReading batch = BatchReading.of(List.of(row(2, "7010000001"), row(3, "7010000001")));

        assertThat(batch.good()).extracting(RowReading.Good::line).containsExactly(2L);
        assertThat(batch.report(Set.of()).rows())
                .containsExactly(new RowError(3, "account_no", "7010000001", "once in a file; row 2 has it"));
    }

    @Test
    void accountNamedInAnEarlierBatchIsRejected() {
        BatchReading batch = BatchReading.of(List.of(row(1002, "7010000001"), row(1003, "7010000002")))
                .without(Map.of(id("7010000001"), 2L));

        assertThat(batch.good()).extracting(RowReading.Good::line).containsExactly(1003L);
        assertThat(batch.report(Set.of()).rows())
                .containsExactly(new RowError(1002, "account_no", "7010000001", "once in a file; row 2 has it"));
    }

    @Test
    void reportCountsRowsAndListsErrors() {
        BatchReading batch = BatchReading.of(List.of(row(2, "7010000001"), UNCLEAR, row(4, "7010000002")));

        ImportReport report = batch.report(Set.of(id("7010000001")));

        assertThat(report).isEqualTo(new ImportReport(1, 1, 1, UNCLEAR.errors()));
    }

    @Test
    void reportsAddUpWithoutGrowingForever() {
        ImportReport batch = new ImportReport(1, 2, 3, UNCLEAR.errors());

        ImportReport report = ImportReport.EMPTY.plus(batch, 3).plus(batch, 3);

        assertThat(report.taken()).isEqualTo(2);
        assertThat(report.unchanged()).isEqualTo(4);
        assertThat(report.rejected()).isEqualTo(6);
        assertThat(report.rows()).hasSize(3);
    }

    private static RowReading.Good row(long line, String accountNo) {
        var connection = new Connection(
                id(accountNo),
                new AreaPath("DVVNL/AGRA/MATHURA/MATHURA-URBAN-1/MATHURA-URBAN-1-SD1"),
                null,
                new FeedingPoint("SS1", "F1", "DT1"),
                "LMV-1-URBAN",
                2000,
                BillingMode.PREPAID,
                null,
                new SupplyPeriod(LocalDate.of(2019, 5, 1), null));
        return new RowReading.Good(line, new DeclaredConnection(connection, Language.HINDI, null));
    }

    private static ConnectionId id(String accountNo) {
        return new ConnectionId("DVVNL", accountNo);
    }
}
