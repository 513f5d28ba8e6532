package in.sampark.meter.entry;

import in.sampark.contract.Topics;
import in.sampark.contract.utility.AccountEntry;
import in.sampark.contract.utility.AccountEntryKind;
import in.sampark.platform.intake.Intake;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Takes an entry from a supervisor and puts it on the topic, where it is judged like all others. */
public final class TakeEntry {

    /**
     * An entry as it was sent.
     *
     * @param entryId null when the sender has none; one is made up then
     */
    public record SentEntry(
            @Nullable String entryId, AccountEntryKind kind, long amountPaise, LocalDate day, String reason) {}

    private final Intake intake;
    private final Clock clock;

    TakeEntry(Intake intake, Clock clock) {
        this.intake = intake;
        this.clock = clock;
    }

    /** The entry's id, once the broker has acknowledged it; fails as {@link Intake#take} does. */
    public Mono<String> take(String discom, String connectionId, SentEntry sent) {
        String entryId = sent.entryId() == null ? UUID.randomUUID().toString() : sent.entryId();
        AccountEntry record = AccountEntry.newBuilder()
                .setEventId("account-entry " + entryId)
                .setOccurredAt(clock.instant())
                .setDiscom(discom)
                .setConnectionId(connectionId)
                .setEntryId(entryId)
                .setKind(sent.kind())
                .setAmountPaise(sent.amountPaise())
                .setDay(sent.day())
                .setReason(sent.reason())
                .build();
        return intake.take(Topics.ACCOUNT_ENTRIES, List.of(record)).thenReturn(entryId);
    }
}
