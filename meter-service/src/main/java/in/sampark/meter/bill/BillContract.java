package in.sampark.meter.bill;

import in.sampark.contract.utility.Bill;
import in.sampark.contract.utility.BillPayment;
import in.sampark.contract.utility.BillPaymentStatus;
import in.sampark.contract.utility.BillStatus;
import in.sampark.meter.bill.domain.KnownBill;
import in.sampark.meter.bill.domain.KnownPayment;

/** Bills and payments as their contracts write them. */
final class BillContract {

    private BillContract() {}

    static KnownBill bill(Bill said) {
        return new KnownBill(
                new KnownBill.Id(said.getDiscom(), said.getBillNumber()),
                said.getConnectionId(),
                new KnownBill.Version(said.getRevision(), said.getStatus() == BillStatus.CANCELLED),
                new KnownBill.Content(
                        said.getPeriodFrom(),
                        said.getPeriodTo(),
                        said.getIssuedAt(),
                        said.getDueDate(),
                        said.getAmountPaise(),
                        said.getArrearsPaise(),
                        said.getEnergyWh()));
    }

    static KnownPayment payment(BillPayment said) {
        boolean reversed = said.getStatus() == BillPaymentStatus.REVERSED;
        return new KnownPayment(
                new KnownPayment.Id(said.getDiscom(), said.getPaymentId()),
                said.getConnectionId(),
                said.getBillNumber(),
                said.getAmountPaise(),
                said.getPaidAt(),
                reversed,
                reversed ? said.getOccurredAt() : null);
    }
}
