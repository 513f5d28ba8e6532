package in.sampark.meter;

import in.sampark.contract.utility.Bill;
import in.sampark.contract.utility.BillPayment;
import in.sampark.contract.utility.BillPaymentStatus;
import in.sampark.contract.utility.BillStatus;
import in.sampark.meter.balance.domain.Midnight;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the billing system and the payment gateway send of bills. */
final class BillSent {

    private BillSent() {}

    /** A bill of the month before, issued at noon of a day and due two weeks later. */
    static Bill.Builder bill(String connectionId, String number, LocalDate issued, long paise) {
        return Bill.newBuilder()
                .setEventId("bill " + number)
                .setOccurredAt(noon(issued))
                .setDiscom(connectionId.substring(0, connectionId.indexOf(':')))
                .setConnectionId(connectionId)
                .setBillNumber(number)
                .setStatus(BillStatus.ISSUED)
                .setPeriodFrom(issued.minusMonths(1))
                .setPeriodTo(issued.minusDays(1))
                .setIssuedAt(noon(issued))
                .setDueDate(issued.plusDays(14))
                .setAmountPaise(paise)
                .setEnergyWh(100_000);
    }

    static BillPayment.Builder payment(
            String connectionId, String id, @Nullable String bill, long paise, LocalDate on) {
        return BillPayment.newBuilder()
                .setEventId("payment " + id)
                .setOccurredAt(noon(on))
                .setDiscom(connectionId.substring(0, connectionId.indexOf(':')))
                .setConnectionId(connectionId)
                .setPaymentId(id)
                .setBillNumber(bill)
                .setStatus(BillPaymentStatus.RECEIVED)
                .setAmountPaise(paise)
                .setPaidAt(noon(on));
    }

    static Instant noon(LocalDate day) {
        return Midnight.starting(day).plus(Duration.ofHours(12));
    }
}
