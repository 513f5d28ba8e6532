package in.sampark.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is granted at the broker of {@code docker-compose.yml} is what the catalogue says. */
class RightsTest {

    private static final Path GRANTED = Path.of("../compose/kafka/rights");

    @BeforeAll
    static void grant() throws IOException {
        if (Baseline.freezing()) {
            Files.writeString(GRANTED, Rights.text());
        }
    }

    @Test
    void theGrantedRightsFollowFromTheCatalogue() throws IOException {
        assertThat(Files.readString(GRANTED))
                .as(GRANTED + " has to be made anew by " + Baseline.FREEZE)
                .isEqualTo(Rights.text());
    }

    @Test
    void onlyThePaymentGatewayMayPrintMoney() throws IOException {
        assertThat(Files.readAllLines(GRANTED))
                .filteredOn(line ->
                        line.contains("Write") && line.contains(Topics.Name.RECHARGES) && !line.contains(".dlt"))
                .containsExactly("payment-gateway:Write:topic:literal:utility.recharges.v1,utility.bill-payments.v1");
    }

    @Test
    void onlyTheBillingSystemMayDemandMoney() throws IOException {
        assertThat(Files.readAllLines(GRANTED))
                .filteredOn(
                        line -> line.contains("Write") && line.contains(Topics.Name.BILLS) && !line.contains(".dlt"))
                .allMatch(line -> line.startsWith("billing-master:"))
                .isNotEmpty();
    }
}
