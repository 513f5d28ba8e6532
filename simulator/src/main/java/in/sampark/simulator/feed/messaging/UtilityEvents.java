package in.sampark.simulator.feed.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import in.sampark.contract.utility.MeterReading;
import in.sampark.contract.utility.Recharge;
import in.sampark.contract.utility.RechargeStatus;
import in.sampark.simulator.feed.domain.India;
import in.sampark.simulator.feed.domain.Meter.Connection;
import in.sampark.simulator.feed.domain.Payment;
import in.sampark.simulator.feed.domain.Register;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/** Registers and payments as the utility's events. The same fact always becomes the same event, down to its id. */
final class UtilityEvents {

    private static final DateTimeFormatter COMPACT =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(India.ZONE);

    static MeterReading reading(Register register) {
        Connection connection = register.meter().connection();
        return MeterReading.newBuilder()
                .setEventId(eventId("reading", connection, register.at()))
                .setOccurredAt(register.at())
                .setDiscom(connection.discom())
                .setConnectionId(connection.id())
                .setMeterNo(register.meter().id())
                .setRegisterAt(register.at())
                .setRegisterWh(register.wh())
                .build();
    }

    static Recharge recharge(Payment payment) {
        Connection connection = payment.meter().connection();
        return Recharge.newBuilder()
                .setEventId(eventId("recharge", connection, payment.paidAt()))
                .setOccurredAt(payment.paidAt())
                .setDiscom(connection.discom())
                .setConnectionId(connection.id())
                .setGatewayTransactionId(connection.accountNo() + "-" + COMPACT.format(payment.paidAt()))
                .setStatus(RechargeStatus.RECEIVED)
                .setAmountPaise(payment.paise())
                .setPaidAt(payment.paidAt())
                .build();
    }

    private static String eventId(String kind, Connection connection, Instant at) {
        return UUID.nameUUIDFromBytes((kind + ":" + connection.id() + ":" + at).getBytes(UTF_8))
                .toString();
    }

    private UtilityEvents() {}
}
