package in.sampark.consumer.connection.messaging;

import in.sampark.consumer.connection.domain.BillingMode;
import in.sampark.consumer.connection.domain.Connection;
import in.sampark.consumer.connection.domain.RecordedConnection;
import java.time.Instant;
import java.util.UUID;

/** Connections as records of {@code consumer.connections.v1}. The name is not among what they say. */
public final class ConnectionRecords {

    private ConnectionRecords() {}

    public static in.sampark.contract.consumer.Connection of(RecordedConnection recorded, Instant at) {
        Connection connection = recorded.connection();
        return in.sampark.contract.consumer.Connection.newBuilder()
                .setEventId(UUID.randomUUID().toString())
                .setOccurredAt(at)
                .setDiscom(connection.id().discom())
                .setConnectionId(connection.id().toString())
                .setVersion(recorded.version())
                .setAccountNo(connection.id().accountNo())
                .setAreaPath(connection.area().path())
                .setSubstation(connection.feedingPoint().substation())
                .setFeederCode(connection.feedingPoint().feederCode())
                .setDtCode(connection.feedingPoint().dtCode())
                .setCategory(connection.category())
                .setSanctionedLoadW(connection.sanctionedLoadW())
                .setBillingMode(billingMode(connection.billingMode()))
                .setMeterNo(connection.meterNo())
                .setSupplyFrom(connection.supply().from())
                .setSupplyTo(connection.supply().to())
                .setBillingModeFrom(connection.billingModeFrom())
                .build();
    }

    private static in.sampark.contract.consumer.BillingMode billingMode(BillingMode mode) {
        return switch (mode) {
            case PREPAID -> in.sampark.contract.consumer.BillingMode.PREPAID;
            case POSTPAID -> in.sampark.contract.consumer.BillingMode.POSTPAID;
        };
    }
}
