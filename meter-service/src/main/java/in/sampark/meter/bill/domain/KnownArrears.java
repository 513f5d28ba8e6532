package in.sampark.meter.bill.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * How much of a bill's arrears, or of what it deducts, bills and payments on record account for. The rest came about elsewhere, a charge for late payment
 * say, and is the bill's own. What was paid or taken back shortly before the bill may not have come to billing by then; nor is known of a payment taken
 * back at a time that was not kept whether it counted.
 */
final class KnownArrears {

    /** Of more payments than these, one is taken to have counted only with all made before it. */
    private static final int EACH_BY_ITSELF = 12;

    private static final Comparator<KnownPayment> OLDEST_FIRST = Comparator.comparing(KnownPayment::paidAt)
            .thenComparing(payment -> payment.id().payment());

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

    private LongStream left(KnownBill bill, long demanded) {
        Instant issued = bill.content().issuedAt();
        Instant known = lag.known(issued);
        Map<Boolean, List<KnownPayment>> byCertainty = payments.stream()
                .filter(payment -> mayHaveCounted(payment, known, issued))
                .collect(Collectors.partitioningBy(payment -> certainlyCounted(payment, known, issued)));
        long certain = byCertainty.getOrDefault(true, List.of()).stream()
                .mapToLong(KnownPayment::paise)
                .reduce(0, Math::addExact);
        return counted(byCertainty.getOrDefault(false, List.of())).stream()
                .mapToLong(paise -> Math.subtractExact(demanded, Math.addExact(certain, paise)));
    }

    private static boolean mayHaveCounted(KnownPayment payment, Instant known, Instant issued) {
        return !payment.paidAt().isAfter(issued)
                && (payment.reversedAt() == null || payment.reversedAt().isAfter(known));
    }

    private static boolean certainlyCounted(KnownPayment payment, Instant known, Instant issued) {
        return !payment.paidAt().isAfter(known)
                && (!payment.reversed()
                        || payment.reversedAt() != null && payment.reversedAt().isAfter(issued));
    }

    /** What those that may or may not have counted can have come to. */
    private static Set<Long> counted(List<KnownPayment> uncertain) {
        Set<Long> sums = new HashSet<>(Set.of(0L));
        if (uncertain.size() <= EACH_BY_ITSELF) {
            uncertain.forEach(payment ->
                    List.copyOf(sums).forEach(sum -> sums.add(Math.addExact(sum, payment.paise()))));
            return sums;
        }
        long sum = 0;
        for (KnownPayment payment : uncertain.stream().sorted(OLDEST_FIRST).toList()) {
            sum = Math.addExact(sum, payment.paise());
            sums.add(sum);
        }
        return sums;
    }
}
