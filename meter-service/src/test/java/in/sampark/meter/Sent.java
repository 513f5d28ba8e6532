package in.sampark.meter;

import in.sampark.contract.consumer.BillingMode;
import in.sampark.contract.consumer.Connection;
import in.sampark.contract.utility.MeterReading;
import in.sampark.contract.utility.Outage;
import in.sampark.contract.utility.OutageLevel;
import in.sampark.contract.utility.OutageStage;
import in.sampark.contract.utility.OutageWords;
import in.sampark.contract.utility.Recharge;
import in.sampark.contract.utility.RechargeStatus;
import in.sampark.meter.balance.domain.Register;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What other parts of the world send. */
final class Sent {

    static final String AREA = "DVVNL/AGRA/MATHURA/MATHURA-URBAN-1/MATHURA-URBAN-1-SD1";

    private Sent() {}

    static Connection connection(String connectionId, LocalDate from, LocalDate to) {
        return connection(connectionId, 1, from, to);
    }

    static Connection connection(String connectionId, long version, LocalDate from, LocalDate to) {
        return Connection.newBuilder()
                .setEventId("connection " + connectionId + " " + version)
                .setOccurredAt(Instant.EPOCH)
                .setDiscom("DVVNL")
                .setConnectionId(connectionId)
                .setVersion(version)
                .setAccountNo(connectionId.substring("DVVNL:".length()))
                .setAreaPath(AREA)
                .setSubstation("SS1")
                .setFeederCode("F1")
                .setDtCode("DT1")
                .setCategory("LMV-1-URBAN")
                .setSanctionedLoadW(2_000)
                .setBillingMode(BillingMode.PREPAID)
                .setSupplyFrom(from)
                .setSupplyTo(to)
                .build();
    }

    /** A feeder that is off for two hours from the time on. */
    static Outage outage(String outageId, long revision, OutageStage stage, Instant from) {
        return Outage.newBuilder()
                .setEventId(outageId + " " + revision)
                .setOccurredAt(from)
                .setDiscom("DVVNL")
                .setOutageId(outageId)
                .setRevision(revision)
                .setStage(stage)
                .setLevel(OutageLevel.FEEDER)
                .setAssets(List.of("F1"))
                .setFromAt(from)
                .setExpectedRestorationAt(from.plus(Duration.ofHours(2)))
                .setRestoredAt(stage == OutageStage.RESTORED ? from.plus(Duration.ofHours(1)) : null)
                .setWords(Map.of("en", new OutageWords("Saadatganj feeder (Noorbari)", "transformer repair")))
                .build();
    }

    static MeterReading reading(String connectionId, Register register) {
        return MeterReading.newBuilder()
                .setEventId("reading " + connectionId + " " + register.at())
                .setOccurredAt(register.at())
                .setDiscom("DVVNL")
                .setConnectionId(connectionId)
                .setRegisterAt(register.at())
                .setRegisterWh(register.wh())
                .build();
    }

    static Recharge recharge(String connectionId, String transaction, long paise, Instant paidAt) {
        return Recharge.newBuilder()
                .setEventId("recharge " + transaction)
                .setOccurredAt(paidAt)
                .setDiscom("DVVNL")
                .setConnectionId(connectionId)
                .setGatewayTransactionId(transaction)
                .setStatus(RechargeStatus.RECEIVED)
                .setAmountPaise(paise)
                .setPaidAt(paidAt)
                .build();
    }
}
