package in.sampark.consumer.selfservice.messaging;

import in.sampark.consumer.selfservice.domain.NumberChange;
import in.sampark.contract.consumer.NumberChangeRequested;
import java.time.Instant;

/** Changes as records of {@code consumer.number-changes.v1}, which say no more of a number than its end. */
public final class NumberChangeRecords {

    private static final int ENDING = 4;

    private NumberChangeRecords() {}

    /** @param until when the change comes into force unless it is refused */
    public static NumberChangeRequested of(NumberChange change, Instant at, Instant until) {
        String number = change.number().e164();
        return NumberChangeRequested.newBuilder()
                .setEventId(change.id().toString())
                .setOccurredAt(at)
                .setDiscom(change.connectionId().discom())
                .setConnectionId(change.connectionId().toString())
                .setChangeId(change.id().toString())
                .setNewNumberEnding(number.substring(number.length() - ENDING))
                .setRefuseBefore(until)
                .build();
    }
}
