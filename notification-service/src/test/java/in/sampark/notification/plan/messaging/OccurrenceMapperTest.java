package in.sampark.notification.plan.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.contract.Topics;
import in.sampark.contract.meter.LowBalance;
import in.sampark.contract.meter.RungUnit;
import in.sampark.notification.plan.domain.Occurrence;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OccurrenceMapperTest {

    @Test
    void whatIsAskedOfAContractBecomesValuesByTheNamesOfItsFields() {
        Instant at = Instant.parse("2026-11-01T06:30:00Z");
        LowBalance crossed = LowBalance.newBuilder()
                .setEventId("e1")
                .setOccurredAt(at)
                .setDiscom("DVVNL")
                .setConnectionId("DVVNL:7010000001")
                .setRungUnit(RungUnit.DAYS_LEFT)
                .setRungValue(3)
                .setAvailablePaise(-29393)
                .setLastRechargePaise(100_000L)
                .build();

        Occurrence occurrence = new OccurrenceMapper(
                        Topics.LOW_BALANCE,
                        Set.of("account", "occurredAt", "rungUnit", "rungValue", "availablePaise", "daysLeft"))
                .occurrence(crossed);

        assertThat(occurrence)
                .isEqualTo(new Occurrence(
                        "meter.low-balance.v1",
                        "e1",
                        at,
                        null,
                        "DVVNL",
                        "DVVNL:7010000001",
                        Map.of(
                                "occurredAt", "2026-11-01T06:30:00Z",
                                "account", "7010000001",
                                "rungUnit", "DAYS_LEFT",
                                "rungValue", "3",
                                "availablePaise", "-29393")));
    }
}
