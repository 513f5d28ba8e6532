package in.sampark.meter;

import in.sampark.contract.campaign.Visit;
import in.sampark.contract.campaign.VisitOutcome;
import in.sampark.contract.consumer.Connection;
import in.sampark.contract.notification.MessageStatus;
import in.sampark.contract.notification.MessageStep;
import in.sampark.contract.utility.AccountEntry;
import in.sampark.contract.utility.AccountEntryKind;
import in.sampark.contract.utility.SupplyCause;
import in.sampark.contract.utility.SupplyChange;
import in.sampark.contract.utility.SupplyReport;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What other parts of the world send about supply. */
final class SupplySent {

    private SupplySent() {}

    /** A household of 3 kW: three days of emergency credit, and none of the thirty that smaller ones have. */
    static Connection household(String connectionId, LocalDate from) {
        return Connection.newBuilder(Sent.connection(connectionId, from, from.plusDays(60)))
                .setSanctionedLoadW(3_000)
                .build();
    }

    static SupplyReport report(String connectionId, SupplyChange change, Instant at) {
        return SupplyReport.newBuilder()
                .setEventId(change + " " + connectionId + " " + at)
                .setOccurredAt(at)
                .setDiscom("DVVNL")
                .setConnectionId(connectionId)
                .setChange(change)
                .setCause(change == SupplyChange.DISCONNECTED ? SupplyCause.DUES : SupplyCause.OTHER)
                .build();
    }

    static MessageStatus message(
            String connectionId, String kind, MessageStep step, @Nullable String causedBy, Instant at) {
        return MessageStatus.newBuilder()
                .setEventId(step + " " + connectionId + " " + at)
                .setOccurredAt(at)
                .setDiscom("DVVNL")
                .setCausationId(causedBy)
                .setMessageId("message of " + connectionId)
                .setConnectionIds(List.of("DVVNL:7000000000", connectionId))
                .setKind(kind)
                .setLanguage("hi")
                .setChannel("SMS")
                .setMaskedNumber("+91******1234")
                .setStep(step)
                .build();
    }

    static Visit visit(String connectionId, VisitOutcome outcome, Instant at) {
        return Visit.newBuilder()
                .setEventId("visit " + connectionId + " " + at)
                .setOccurredAt(at)
                .setDiscom("DVVNL")
                .setConnectionId(connectionId)
                .setVisitId("visit of " + connectionId)
                .setOutcome(outcome)
                .setVisitedAt(at)
                .setOfficerId("officer-1")
                .build();
    }

    static AccountEntry arrears(String connectionId, long paise, LocalDate day) {
        return AccountEntry.newBuilder()
                .setEventId("arrears of " + connectionId)
                .setOccurredAt(day.atStartOfDay(ZoneOffset.UTC).toInstant())
                .setDiscom("DVVNL")
                .setConnectionId(connectionId)
                .setEntryId("arrears of " + connectionId)
                .setKind(AccountEntryKind.ARREARS)
                .setAmountPaise(paise)
                .setDay(day)
                .setReason("as agreed")
                .build();
    }
}
