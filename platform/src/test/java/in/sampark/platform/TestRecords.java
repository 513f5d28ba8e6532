package in.sampark.platform;

import in.sampark.contract.consumer.Contact;
import in.sampark.contract.consumer.ContactStanding;
import in.sampark.contract.meter.Balance;
import in.sampark.contract.meter.LowBalance;
import in.sampark.contract.meter.RungUnit;
import in.sampark.contract.notification.Unreachable;
import in.sampark.contract.notification.UnreachableReason;
import java.time.Instant;

/** Records in which only what a test is about stands out. */
public final class TestRecords {

    private static final Instant WHEN = Instant.parse("2019-06-01T18:30:00Z");

    private TestRecords() {}

    public static LowBalance lowBalance(String eventId, String connectionId, long rung) {
        return LowBalance.newBuilder()
                .setEventId(eventId)
                .setOccurredAt(WHEN)
                .setDiscom("DVVNL")
                .setConnectionId(connectionId)
                .setRungUnit(RungUnit.PERCENT_OF_LAST_RECHARGE)
                .setRungValue(rung)
                .setAvailablePaise(12_345)
                .build();
    }

    public static Balance balance(String connectionId, long version) {
        return Balance.newBuilder()
                .setEventId(connectionId + "@" + version)
                .setOccurredAt(WHEN)
                .setDiscom("DVVNL")
                .setConnectionId(connectionId)
                .setVersion(version)
                .setPostedPaise(version)
                .setAvailablePaise(version)
                .build();
    }

    public static Unreachable unreachable(String connectionId, long number) {
        return Unreachable.newBuilder()
                .setEventId(connectionId + "@" + number)
                .setOccurredAt(WHEN)
                .setDiscom("DVVNL")
                .setConnectionId(connectionId)
                .setKind("LOW_BALANCE")
                .setReason(UnreachableReason.NO_CONTACT)
                .setRelevantUntil(WHEN)
                .build();
    }

    public static Contact contact(String connectionId) {
        return Contact.newBuilder()
                .setEventId(connectionId)
                .setOccurredAt(WHEN)
                .setDiscom("DVVNL")
                .setConnectionId(connectionId)
                .setVersion(1)
                .setStanding(ContactStanding.NONE)
                .setLanguage("hi")
                .build();
    }
}
