package in.sampark.meter.bill.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * How much of a bill's arrears, or of what it deducts, bills and payments on record account for. The rest came about elsewhere, a charge for late payment
 * say, and is the bill's own.
 */
final class KnownArrears {

    private final List<KnownPayment> payments;
    private final Lag lag;

    /** @param payments those taken back included */
    KnownArrears(Collection<KnownPayment> payments, Lag lag) {
        this.payments = List.copyOf(payments);
        this.lag = lag;
    }

    /** Of what billing may have seen left when it wrote the bill, the most that isn't beyond what the bill says; all it says where there was only more. */
    long paise(KnownBill bill, long demandedBefore) {
        long said = bill.content().arrearsPaise();
        if (said == 0) return 0;
        int sign = Long.signum(said);
        return sign
                * left(bill, demandedBefore)
                        .map(left -> Math.max(0, sign * left))
                        .filter(left -> left <= Math.abs(said))
                        .max()
                        .orElse(Math.abs(said));
    }

    /** A payment may not have come to billing yet, or not have been taken back yet. */
    private LongStream left(KnownBill bill, long demanded) {
        Instant issued = bill.content().issuedAt();
        Instant known = lag.known(issued);
        return Stream.concat(
                        Stream.of(known),
                        payments.stream()
                                .map(KnownPayment::paidAt)
                                .filter(at -> at.isAfter(known) && !at.isAfter(issued)))
                .flatMapToLong(at -> LongStream.of(
                        Math.subtractExact(demanded, paid(at, false)), Math.subtractExact(demanded, paid(at, true))));
    }

    private long paid(Instant by, boolean alsoTakenBack) {
        return payments.stream()
                .filter(payment -> !payment.paidAt().isAfter(by) && (alsoTakenBack || !payment.reversed()))
                .mapToLong(KnownPayment::paise)
                .reduce(0, Math::addExact);
    }
}
